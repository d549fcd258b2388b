package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.posting.Lanes;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What a service that is stopping says to whoever still posts. */
class StoppingTest {

  private static final String ROW = "A-1,2001-05-16,auxer-direct,1.00,1,0,\n";

  private static String told(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("service-busy");
    assertThat(answer.header("Retry-After")).contains("1");
    return answer.json().get("detail").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void it_says_that_it_is_stopping_and_not_that_too_many_wait(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      service.context().getBean(Lanes.class).close();
      assertThat(
              told(
                  client.post(
                      Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"))))
          .isEqualTo(
              "The service is stopping; nothing was posted by this request. Send it again with the same key.");
      String file = "number,invoiceDate,product,faceValue,quantity,discount,memo\n" + ROW;
      assertThat(
              told(
                  client.send(
                      "POST",
                      Client.AUXER + "/invoices/import",
                      "k",
                      file,
                      "Content-Type",
                      "text/csv")))
          .isEqualTo(
              "The service is stopping; some of the file may be posted. Send it again with the same key.");
    }
  }
}
