package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.AccountId;
import tradecredit.posting.Lanes;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A file goes at the lane's pace, leaves room in it, and is told where it was held up. */
class ImportPaceTest {

  private static final String IMPORT = Client.AUXER + "/invoices/import";
  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
  private static final AccountId ACCOUNT = new AccountId("auxer-to-kattosko");

  /** How long a caller waits for its outcome, and a file for room. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static String row(String number) {
    return number + ",2001-05-16,auxer-direct,0.01,1,0,\n";
  }

  private static Answer send(Client client, String csv) {
    return client.send("POST", IMPORT, "file", csv, "Content-Type", "text/csv");
  }

  @Test
  void a_file_that_a_full_lane_holds_up_is_told_so_once_a_caller_would_wait_no_longer()
      throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> small =
        Map.of(
            "tradecredit.posting.queue-capacity",
            "4",
            "tradecredit.posting.answer-timeout",
            PATIENCE.toSeconds() + "s");
    try (Service service = Service.on(database, small);
        HeldAccount held = new HeldAccount(database, ACCOUNT.value())) {
      List<CompletableFuture<Answer>> waiting = fillTheLane(service, held);
      long began = System.nanoTime();
      Answer answer =
          Aside.ask(() -> send(service.client(), HEADER + row("F-1") + row("F-2")))
              .get(20, TimeUnit.SECONDS);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(PATIENCE);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("service-busy");
      assertThat(answer.header("Retry-After")).contains("1");
      assertThat(answer.json().get("detail").asText())
          .isEqualTo(
              "Too many postings wait on account auxer-to-kattosko; some of the file may be posted. Send it again with the same key.");

      held.letGo();
      Awaiting.until("all that waited is posted", () -> sequence(service) == waiting.size());
      waiting.forEach(CompletableFuture::join);
      Invariants.hold(database);
    }
  }

  /** One that is under way and waits for the account, and two behind it. */
  private static List<CompletableFuture<Answer>> fillTheLane(Service service, HeldAccount held) {
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String invoice = Json.auxerInvoice("A-" + i, "2001-05-16", "1.00");
      waiting.add(Aside.ask(() -> service.client().post(Client.AUXER + "/invoices", invoice)));
      if (i == 0) {
        held.awaitWaiting();
      }
    }
    Lanes lanes = service.context().getBean(Lanes.class);
    Awaiting.until("the lane is full", () -> !lanes.haveRoom(ACCOUNT, 2));
    return waiting;
  }

  @Test
  void long_invoices_of_a_file_leave_room_in_the_lane() throws SQLException, InterruptedException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> small =
        Map.of(
            "tradecredit.posting.queue-capacity", "10000",
            "tradecredit.posting.maximum-batch", "1000");
    try (Service service = Service.on(database, small);
        HeldAccount held = new HeldAccount(database, ACCOUNT.value())) {
      Lanes lanes = service.context().getBean(Lanes.class);
      String csv =
          IntStream.range(0, 40)
              .mapToObj(i -> row("A-" + i).repeat(500))
              .collect(Collectors.joining("", HEADER, ""));
      CompletableFuture<Answer> answer = Aside.ask(() -> send(service.client(), csv));
      held.awaitWaiting();
      Awaiting.until("some wait in the lane", () -> !lanes.haveRoom(ACCOUNT, 9_800));
      // Unbounded, it fills the lane within this.
      Thread.sleep(2_000);
      assertThat(lanes.haveRoom(ACCOUNT, 8_000))
          .as("no more than two batches of the file are on their way")
          .isTrue();
      held.letGo();
      assertThat(answer.join().json().get("accepted").asInt()).isEqualTo(20_000);
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_corrected_file_is_answered_by_what_its_rows_were_though_a_number_comes_twice(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String malformed = row("A-1").replace("0.01", "ten");
      String rest = row("A-2") + row("A-1");
      assertThat(outcomes(send(service.client(), HEADER + malformed + rest)))
          .isEqualTo("invalid-request A-2 A-1");
      assertThat(outcomes(send(service.client(), HEADER + row("A-1") + rest)))
          .as("the corrected row is new, and the other two were posted")
          .isEqualTo("invoice-number-taken A-2 A-1");
      Invariants.hold(service.database());
    }
  }

  private static String outcomes(Answer answer) {
    StringBuilder outcomes = new StringBuilder();
    answer
        .json()
        .get("results")
        .forEach(
            result ->
                outcomes
                    .append(' ')
                    .append(result.at("/invoice/number").asText())
                    .append(result.at("/problem/code").asText()));
    return outcomes.substring(1);
  }

  private static long sequence(Service service) {
    return service.client().get(Client.AUXER + "/balance").json().get("sequence").asLong();
  }
}
