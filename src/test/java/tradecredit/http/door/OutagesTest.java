package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Lists whose database fails while they are read. */
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
      CompletableFuture<Answer> asked =
          CompletableFuture.supplyAsync(() -> service.client().get(Client.AUXER + list));
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
}
