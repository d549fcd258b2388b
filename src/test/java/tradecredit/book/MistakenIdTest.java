package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Whoever takes a number or a reference for an id is told where the id is found. */
class MistakenIdTest {

  private static final String A = Client.AUXER;
  private static final AccountId ACCOUNT = new AccountId(A.substring(A.lastIndexOf('/') + 1));

  @Test
  void an_invoice_number_is_no_invoice_id_and_finds_its_invoice_in_the_list() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      client.post(A + "/invoices", Json.auxerInvoice("A 1", "2001-05-16", "10.00"));
      String noId =
          "\"A 1\" is no invoice id, as %s; GET …/invoices?number=A+1".formatted(id(Act.INVOICE));

      String asId = A + "/invoices/A%201";
      assertThat(told(client.get(asId))).isEqualTo(noId + " finds the invoice of that number.");
      assertThat(told(client.as("kattosko-controller").post(asId + "/disputes", "{}")))
          .startsWith(noId);
      assertThat(client.get(A + "/invoices?number=A+1").json().get("items")).hasSize(1);
      client.post(A + "/invoices", Json.auxerInvoice("A;limit=1", "2001-05-16", "10.00"));
      assertThat(client.get(A + "/invoices?number=A;limit=1").json().get("items")).hasSize(1);
    }
  }

  @Test
  void a_reference_finds_its_payment_and_what_no_document_has_for_an_id_is_sent_to_the_lists() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      Client clerk = client.as("auxer-telecom-clerk");
      Client controller = client.as("auxer-telecom-controller");
      assertThat(told(client.get(A + "/payments/CHK-1")))
          .isEqualTo(told(clerk.post(A + "/payments/CHK-1/return", "{}")))
          .isEqualTo(
              "\"CHK-1\" is no payment id, as %s; GET …/payments?reference=CHK-1 finds the payment of that reference."
                  .formatted(id(Act.PAYMENT)));
      assertThat(told(client.get(A + "/disputes/7"))).endsWith("GET …/disputes lists them.");
      assertThat(told(client.get(A + "/credit-notes/7")))
          .startsWith("\"7\" is no credit note id, as ")
          .endsWith("GET …/credit-notes?number=7 finds the credit note of that number.");
      assertThat(told(controller.post(A + "/write-offs/7/approval", "{}")))
          .endsWith("GET …/write-offs lists them.");
      assertThat(told(controller.post(A + "/terms-amendments/7/approval", "{}")))
          .endsWith("GET …/terms-amendments lists them.");
      assertThat(told(client.get(A + "/invoices/" + "1".repeat(65))))
          .endsWith("GET …/invoices lists them.");
    }
  }

  @Test
  void an_id_of_no_document_of_the_account_is_told_as_before() {
    try (Service service = Service.on(TestDatabase.H2)) {
      String id = id(Act.PAYMENT);
      assertThat(told(service.client().get(A + "/invoices/" + id)))
          .isEqualTo("The account has no invoice " + id + ".");
    }
  }

  private static String id(Act act) {
    return DocumentId.of(ACCOUNT, act, 1).toString();
  }

  private static String told(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    return answer.json().get("detail").asText();
  }
}
