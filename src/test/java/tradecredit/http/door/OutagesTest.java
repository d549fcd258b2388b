package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Requests whose database fails while they are answered. */
class OutagesTest {

  @ParameterizedTest
  @CsvSource({
    "entry, /entries",
    "entry, /entries?asOf=2001-05-16",
    "decision, /decisions",
    "event, /events",
    "invoice, /invoices",
  })
  void whoever_asked_is_told_when_to_come_again(String table, String list) throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = Service.on(database, Map.of());
        LockedTable locked = new LockedTable(database, table)) {
      CompletableFuture<Answer> asked = Aside.ask(() -> service.client().get(Client.AUXER + list));
      locked.awaitWaiting();
      locked.breakWaiting();
      Answer answer = asked.get(30, TimeUnit.SECONDS);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("service-busy");
      assertThat(answer.header("Retry-After")).contains("1");
      locked.letGo();
      assertThat(service.client().get(Client.AUXER + list).status()).isEqualTo(200);
    }
  }

  /** A second rotation would take away the secret that is still good beside the first one's. */
  @Test
  void whoever_rotates_a_secret_with_a_key_is_not_told_to_send_it_again() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = Service.on(database, Webhooks.settings())) {
      Webhooks webhooks = Webhooks.of(service);
      String rotation = webhooks.make("http://127.0.0.1:9/hook").path() + "/secret-rotation";
      assertThat(
              detailAfterOutage(
                  database,
                  "audit_record",
                  () -> webhooks.client().send("POST", rotation, "k", null)))
          .endsWith("Whether this was done is not known: look before you send it again.");
    }
  }

  @Test
  void whoever_posts_an_invoice_is_told_to_send_it_again_with_its_key() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = Service.on(database, Map.of("tradecredit.posting.attempts", "1"))) {
      String invoice = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
      assertThat(
              detailAfterOutage(
                  database,
                  "entry",
                  () -> service.client().post(Client.AUXER + "/invoices", "k", invoice)))
          .endsWith(
              "Whether this was posted is not known: send it again with the same key to find out.");
    }
  }

  /** What is told of a request that is broken off while it waits for the table. */
  private static String detailAfterOutage(
      TestDatabase.Fresh database, String table, Supplier<Answer> request) throws Exception {
    try (LockedTable locked = new LockedTable(database, table)) {
      CompletableFuture<Answer> asked = Aside.ask(request);
      locked.awaitWaiting();
      locked.breakWaiting();
      Answer answer = asked.get(30, TimeUnit.SECONDS);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      return answer.json().get("detail").asText();
    }
  }
}
