package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.WatchedDisk;

/** An embedded book whose disk is full is away, and comes back once there is room again. */
class FullDiskTest {

  @Test
  void who_posts_while_the_disk_is_full_is_to_come_again_and_then_posts_once() {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    AtomicBoolean full = new AtomicBoolean();
    TestDatabase.Fresh filling =
        WatchedDisk.with(
            database,
            new WatchedDisk.Watch() {
              @Override
              public void before() throws IOException {
                if (full.get()) {
                  throw new IOException("No space left on device");
                }
              }
            });
    String invoice = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
    try (Service service = Service.on(filling, Map.of("tradecredit.posting.attempts", "2"))) {
      Client client = service.client();
      full.set(true);
      Answer away = client.post(Client.AUXER + "/invoices", "k", invoice);
      assertThat(away.status()).as(away.toString()).isEqualTo(503);
      assertThat(away.header("Retry-After")).contains("1");
      full.set(false);
      Awaiting.until(
          "it is posted",
          () -> client.post(Client.AUXER + "/invoices", "k", invoice).status() == 201);
      assertThat(client.get(Client.AUXER + "/invoices").json().get("items")).hasSize(1);
    }
    Invariants.hold(database);
  }
}
