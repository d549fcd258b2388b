package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Lists that ask for a state have exactly what is in it, and breaches are told as of any day. */
class DeskListsTest {

  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;
  private static final String DAY = "2001-05-16";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void cases_are_listed_by_their_state_and_disputed_invoices_page_by_page(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      openAndSettled(service.client());
      disputedInvoices(service.client());
      Invariants.hold(service.database());
    }
  }

  private static void openAndSettled(Client client) {
    Client supplier = client.as("auxer-telecom-controller");
    Client buyer = client.as("kattosko-controller");
    String invoice = id(client.post(A + "/invoices", Json.auxerInvoice("A-1", DAY, "100.00")));
    String disputed = A + "/invoices/" + invoice + "/disputes";
    String dispute = "{\"amount\":\"%s\",\"reason\":\"they do not connect\"}";
    String writeOff = "{\"invoiceNumber\":\"A-1\",\"amount\":\"%s\",\"reason\":\"small\"}";
    String terms = "{\"effectiveDate\":\"2001-06-01\",\"creditLimit\":\"%s\",\"reason\":\"more\"}";
    String resolvedDispute = id(buyer.post(disputed, dispute.formatted("1.00")));
    String openDispute = id(buyer.post(disputed, dispute.formatted("2.00")));
    String openWriteOff = id(supplier.post(A + "/write-offs", writeOff.formatted("3.00")));
    String decidedWriteOff = id(supplier.post(A + "/write-offs", writeOff.formatted("4.00")));
    String decidedTerms = id(buyer.post(A + "/terms-amendments", terms.formatted("60000.00")));
    String openTerms = id(buyer.post(A + "/terms-amendments", terms.formatted("70000.00")));
    id(
        supplier.post(
            A + "/disputes/" + resolvedDispute + "/resolution",
            "{\"outcome\":\"rejected\",\"note\":\"they do\"}"));
    String withdrawn = "{\"decision\":\"withdrawn\",\"note\":\"not now\"}";
    id(supplier.post(A + "/write-offs/" + decidedWriteOff + "/approval", withdrawn));
    id(buyer.post(A + "/terms-amendments/" + decidedTerms + "/approval", withdrawn));

    assertThat(ids(client, A + "/disputes?status=open")).containsExactly(openDispute);
    assertThat(ids(client, A + "/disputes?status=resolved")).containsExactly(resolvedDispute);
    assertThat(ids(client, A + "/disputes")).containsExactly(resolvedDispute, openDispute);
    assertThat(ids(client, A + "/write-offs?status=proposed")).containsExactly(openWriteOff);
    assertThat(ids(client, A + "/write-offs?status=decided")).containsExactly(decidedWriteOff);
    assertThat(ids(client, A + "/write-offs")).containsExactly(openWriteOff, decidedWriteOff);
    assertThat(ids(client, A + "/terms-amendments?status=proposed")).containsExactly(openTerms);
    assertThat(ids(client, A + "/terms-amendments?status=decided")).containsExactly(decidedTerms);
    assertThat(ids(client, A + "/terms-amendments")).containsExactly(decidedTerms, openTerms);
  }

  private static void disputedInvoices(Client client) {
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String invoice = Json.kattoskoInvoice("K-" + i, DAY, "10.00");
      invoices.add(id(client.post(K + "/invoices", invoice)));
    }
    List<String> disputed = List.of(invoices.get(0), invoices.get(2), invoices.get(4));
    List<String> disputes = new ArrayList<>();
    for (String invoice : disputed) {
      String path = K + "/invoices/" + invoice + "/disputes";
      String dispute = "{\"amount\":\"10.00\",\"reason\":\"they do not connect\"}";
      disputes.add(id(client.as("auxer-telecom-controller").post(path, dispute)));
    }
    assertThat(client.get(K + "/invoices?status=disputed&limit=2").json().get("items")).hasSize(2);
    assertThat(ids(client, K + "/invoices?status=disputed&limit=2")).isEqualTo(disputed);
    id(
        client
            .as("kattosko-controller")
            .post(
                K + "/disputes/" + disputes.get(1) + "/resolution",
                "{\"outcome\":\"rejected\",\"note\":\"they do\"}"));
    assertThat(ids(client, K + "/invoices?status=disputed&limit=2"))
        .containsExactly(disputed.get(0), disputed.get(2));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_payment_is_found_by_its_reference_and_a_credit_note_by_its_number(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<String> payments = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      for (String name : List.of("N 1", "N-2", "N-3")) {
        payments.add(id(client.post(A + "/payments", Json.payment(name, DAY, "5.00"))));
        notes.add(id(client.post(A + "/credit-notes", note(name))));
      }

      assertThat(ids(client, A + "/payments?limit=1")).isEqualTo(payments);
      assertThat(ids(client, A + "/payments?reference=N+1")).containsExactly(payments.get(0));
      assertThat(ids(client, A + "/payments?reference=N-3&limit=1"))
          .containsExactly(payments.get(2));
      assertThat(ids(client, A + "/payments?reference=n-3")).isEmpty();
      assertThat(ids(client, K + "/payments?reference=N-3")).isEmpty();
      assertThat(ids(client, A + "/credit-notes?limit=1")).isEqualTo(notes);
      assertThat(ids(client, A + "/credit-notes?number=N-2")).containsExactly(notes.get(1));
      assertThat(ids(client, A + "/credit-notes?number=N-4")).isEmpty();
      Answer bad = client.get(A + "/payments?reference=" + "1".repeat(65));
      assertThat(bad.status()).isEqualTo(400);
      assertThat(bad.json().at("/errors/0/pointer").asText()).isEqualTo("query:reference");
      Invariants.hold(service.database());
    }
  }

  /**
   * The first payment and the first note pay the invoice, the second ones a part of it, the others
   * nothing; the last payment bounces.
   */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_applied_to_no_invoice_is_found(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<String> payments = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      for (String name : List.of("N-1", "N-2", "N-3", "N-4")) {
        payments.add(id(client.post(A + "/payments", Json.payment(name, DAY, "5.00"))));
        notes.add(id(client.post(A + "/credit-notes", note(name))));
      }
      id(client.post(A + "/invoices", Json.auxerInvoice("I-1", DAY, "16.00")));
      apply(client, A + "/payments/" + payments.get(0), "5.00");
      apply(client, A + "/credit-notes/" + notes.get(0), "5.00");
      apply(client, A + "/payments/" + payments.get(1), "3.00");
      apply(client, A + "/credit-notes/" + notes.get(1), "3.00");
      id(
          client.post(
              A + "/payments/" + payments.get(3) + "/return",
              "{\"returnedDate\":\"2001-05-16\",\"reason\":\"bounced\"}"));

      assertThat(ids(client, A + "/payments?status=unapplied&limit=1"))
          .containsExactly(payments.get(1), payments.get(2));
      assertThat(ids(client, A + "/credit-notes?status=unapplied&limit=1"))
          .containsExactly(notes.get(1), notes.get(2), notes.get(3));
      assertThat(ids(client, A + "/payments?status=unapplied&reference=N-1")).isEmpty();
      assertThat(ids(client, A + "/payments?status=unapplied&reference=N-2"))
          .containsExactly(payments.get(1));
      assertThat(ids(client, A + "/credit-notes?status=unapplied&number=N-1")).isEmpty();
      assertThat(ids(client, K + "/payments?status=unapplied")).isEmpty();
      apply(client, A + "/payments/" + payments.get(0), "4.99");
      assertThat(ids(client, A + "/payments?status=unapplied"))
          .containsExactly(payments.get(0), payments.get(1), payments.get(2));
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/payments", "/credit-notes"})
  void another_state_of_a_credit_is_refused_with_the_one_that_there_is(String list) {
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer bad = service.client().get(A + list + "?status=open");
      assertThat(bad.status()).isEqualTo(400);
      assertThat(bad.json().at("/errors/0/pointer").asText()).isEqualTo("query:status");
      assertThat(bad.json().get("detail").asText())
          .isEqualTo("status: \"open\" is not unapplied, the only one there is");
    }
  }

  private static void apply(Client client, String credit, String amount) {
    id(
        client.post(
            credit + "/allocations",
            "{\"allocations\":[{\"invoiceNumber\":\"I-1\",\"amount\":\"%s\"}]}".formatted(amount)));
  }

  private static String note(String number) {
    return "{\"number\":\"%s\",\"creditDate\":\"%s\",\"reason\":\"short\",\"amount\":\"5.00\"}"
        .formatted(number, DAY);
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().get("id").asText();
  }

  /** Of all pages. */
  private static List<String> ids(Client client, String path) {
    return client.items(path).stream().map(item -> item.get("id").asText()).toList();
  }

  /** What is said of the one breach, as of each day. */
  private static final Map<String, String> BREACH =
      Map.of(
          "2001-05-16", "none",
          "2001-05-17", "open 50100.00 unseen",
          "2001-05-18", "open 50300.00 unseen",
          "2001-05-19", "cured 50300.00 seen",
          "2001-05-20", "cured 50300.00 seen");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_breach_is_told_as_it_stood_on_any_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.businessDate("2001-05-17");
      delivered(client, "A-1", "50100.00");
      assertThat(breach(client, "")).isEqualTo("open 50100.00 unseen");
      client.businessDate("2001-05-18");
      delivered(client, "A-2", "200.00");
      client.businessDate("2001-05-19");
      id(
          client
              .as("auxer-telecom-controller")
              .post(A + "/breaches/1/acknowledgement", "{\"note\":\"they pay today\"}"));
      String payment = Json.payment("P-1", "2001-05-19", "1000.00");
      assertThat(client.post(A + "/payments", payment).status()).isEqualTo(201);
      client.businessDate("2001-05-20");

      assertThat(breach(client, "")).isEqualTo("cured 50300.00 seen");
      BREACH.forEach(
          (day, told) -> assertThat(breach(client, "?asOf=" + day)).as(day).isEqualTo(told));
      Invariants.hold(service.database());
    }
  }

  private static void delivered(Client client, String number, String amount) {
    String invoice =
        Json.auxerInvoice(number, "2001-05-17", amount)
            .replace("{\"number", "{\"alreadyDelivered\":{\"reason\":\"sent\"},\"number");
    id(client.as("auxer-telecom-controller").post(A + "/invoices", invoice));
  }

  private static String breach(Client client, String query) {
    JsonNode items = client.get(A + "/breaches" + query).json().get("items");
    if (items.isEmpty()) {
      return "none";
    }
    JsonNode breach = items.get(0);
    assertThat(breach.get("cured").isObject())
        .isEqualTo(breach.get("status").asText().equals("cured"));
    return "%s %s %s"
        .formatted(
            breach.get("status").asText(),
            breach.get("peak").asText(),
            breach.get("acknowledgement").isObject() ? "seen" : "unseen");
  }
}
