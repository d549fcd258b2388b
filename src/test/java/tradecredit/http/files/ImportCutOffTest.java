package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.access.SharedReads;
import tradecredit.access.TurnedAwayException;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ProblemException;
import tradecredit.posting.Caller;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Whoever's import ends in mid-file is told what may have become of it. */
class ImportCutOffTest {

  private static final String SOME_MAY_BE_POSTED =
      "; some of the file may be posted. Send it again with the same key.";

  private static String rows(String... numbers) {
    StringBuilder csv = new StringBuilder(String.join(",", ImportRow.COLUMNS) + "\n");
    for (String number : numbers) {
      csv.append(number).append(",2001-05-16,auxer-direct,1.00,1,0,\n");
    }
    return csv.toString();
  }

  /** What ends an import whose caller cannot be looked up before its group of that number. */
  private static Throwable cutOff(Service service, int group) {
    AtomicInteger looked = new AtomicInteger();
    Runnable confirm =
        () -> {
          if (looked.incrementAndGet() == group) {
            tooMany();
          }
        };
    ImportRun.RequestKey key =
        new ImportRun.RequestKey("k", "/", new Caller("auxer-group", "clerk"), confirm);
    InputStream file =
        new ByteArrayInputStream(rows("A-1", "A-2").getBytes(StandardCharsets.UTF_8));
    return catchThrowable(
        () -> service.context().getBean(Imports.class).independent(account(service), key, file));
  }

  private static TradingAccount account(Service service) {
    return service
        .context()
        .getBean(Agreement.class)
        .accountNamed("auxer-to-kattosko")
        .orElseThrow();
  }

  /** Turns away whoever asks, as a look-up of keys does that too many wait for. */
  private static void tooMany() {
    SharedReads<String, String> full =
        new SharedReads<>(
            keys -> Map.of(), Runnable::run, new SharedReads.WaitingBounds(0, Duration.ZERO));
    Future<?> _ = full.read("key");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_caller_who_cannot_be_looked_up_in_mid_file_is_told_that_some_may_be_posted(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(cutOff(service, 1)).as("before all").isInstanceOf(TurnedAwayException.class);
      assertThat(cutOff(service, 2))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "Whether the caller may still post cannot be found out now" + SOME_MAY_BE_POSTED);
    }
    // Not before the first group, which nobody waited for, is posted.
    Invariants.hold(database);
  }

  @Test
  void a_file_of_too_many_rows_whose_first_are_not_decided_is_told_so() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> settings =
        Map.of(
            "tradecredit.http.import-rows", "3",
            "tradecredit.posting.answer-timeout", "2s");
    try (Service service = Service.on(database, settings);
        HeldAccount held = new HeldAccount(database, "auxer-to-kattosko")) {
      CompletableFuture<Answer> cut =
          Aside.ask(
              () ->
                  service
                      .client()
                      .send(
                          "POST",
                          Client.AUXER + "/invoices/import",
                          "file",
                          rows("A-1", "A-2", "A-3", "A-4"),
                          "Content-Type",
                          "text/csv"));
      held.awaitWaiting();
      Answer answer = cut.join();
      held.letGo();

      assertThat(answer.status()).as("%s", answer).isEqualTo(503);
      assertThat(answer.json().get("detail").asText())
          .isEqualTo(
              "The book cannot be reached. Whether this was posted is not known: send it again with the same key to"
                  + " find out.");
    }
  }
}
