package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is posted and can be read by its id is found under its Location, a replay's too. */
class LocationTest {

  private static final String DAY = "2001-05-16";

  @Test
  void what_is_posted_is_found_under_its_location() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client clerk = service.client();
      Client buyer = clerk.as("kattosko-controller");
      String invoice =
          found(clerk, "/invoices", Json.auxerInvoice("A-1", DAY, "100.00"))
              .json()
              .get("id")
              .asText();
      found(
          clerk,
          "/payments",
          "{\"reference\": \"CHK-1\", \"receivedDate\": \"%s\", \"method\": \"check\", \"amount\": \"5.00\"}"
              .formatted(DAY));
      found(
          clerk,
          "/credit-notes",
          "{\"number\": \"C-1\", \"creditDate\": \"%s\", \"reason\": \"damaged\", \"amount\": \"5.00\"}"
              .formatted(DAY));
      found(
          buyer,
          "/invoices/" + invoice + "/disputes",
          "{\"amount\": \"5.00\", \"reason\": \"did not work\"}");
    }
  }

  /** The document as it is read there. */
  private static Answer found(Client client, String path, String json) {
    Answer posted = client.post(Client.AUXER + path, path, json);
    assertThat(posted.status()).as("%s", posted).isEqualTo(201);
    String location = posted.header("Location").orElseThrow();
    Answer read = client.get(location);
    assertThat(read.json().get("id")).as("%s", read).isEqualTo(posted.json().get("id"));
    assertThat(client.post(Client.AUXER + path, path, json).header("Location")).contains(location);
    return read;
  }
}
