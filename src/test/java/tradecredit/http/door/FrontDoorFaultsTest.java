package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client.Answer;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Polls at the front door whose database fails, or whose service stops. */
class FrontDoorFaultsTest extends FrontDoorRig {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_poll_under_way_is_answered_before_the_service_stops(boolean holds) throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Service service = service(database, Map.of());
    String right = service.client().key("auxer-telecom-clerk");
    String poll = request(service, "GET " + BALANCE, "", "");
    try (RawHttp raw = new RawHttp(service.client().base());
        LockedTable keys = new LockedTable(database, "api_key")) {
      raw.send(holds ? poll : poll.replace(right, altered(right)));
      keys.awaitWaiting();
      CompletableFuture<Void> stopped = Aside.run(service::close);
      Awaiting.until("it listens no more", () -> !isListening(service));
      keys.letGo();
      assertThat(raw.receiveAll()).startsWith(holds ? "HTTP/1.1 200 " : "HTTP/1.1 401 ");
      stopped.get(30, TimeUnit.SECONDS);
    }
  }

  private static boolean isListening(Service service) {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      return raw != null;
    } catch (IOException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "account_head"})
  void a_poll_that_the_database_fails_is_told_when_to_come_again(String table) throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = service(database, Map.of());
        LockedTable locked = new LockedTable(database, table)) {
      CompletableFuture<Answer> poll = Aside.ask(() -> service.client().get(BALANCE));
      locked.awaitWaiting();
      locked.breakWaiting();
      Answer answer = poll.get(30, TimeUnit.SECONDS);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).contains("1");
      assertThat(answer.code()).isEqualTo("service-busy");
      assertThat(answer.json().get("detail").asText()).doesNotContain("posted");
      assertThat(routed).hasValue(0);
      locked.letGo();
      assertThat(service.client().get(BALANCE).status()).isEqualTo(200);
    }
  }
}
