package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.AsLeftRig.assertPosted;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.submission;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.ledger.Outcome;
import tradecredit.platform.UnavailableException;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.TestDatabase;

/** What goes wrong, or happens, while a batch is written to the account as it was left. */
class AsLeftFaultsTest {

  private static final String SLOW_CLOCK = clockThatTakes("0.3");

  private static String clockThatTakes(String seconds) {
    return "clock_timestamp() - INTERVAL '1 second' * LENGTH(CAST(pg_sleep(%1$s) AS TEXT))"
        .formatted(seconds);
  }

  private final AsLeftRig rig = AsLeftRig.patient();

  @AfterEach
  void close() {
    rig.close();
  }

  /** An API key, by its id. */
  private Caller trusted() {
    return new Caller(
        "anyone",
        "anyone",
        admin().post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json().get("id").asText());
  }

  private Client admin() {
    return rig.client().as("kattosko-admin");
  }

  private void revoke(Caller caller) {
    String path = "/v1/api-keys/" + caller.unprovedKey();
    assertThat(admin().send("DELETE", path, null, null).status()).isEqualTo(204);
  }

  @Test
  void a_key_that_was_revoked_posts_nothing() throws Exception {
    Submission posted =
        rig.untilItGoes(
            List.of("unasked", "in vain", "asked")::equals,
            prefix -> {
              Caller trusted = trusted();
              Submission before = submission(prefix + "-1", "1.00", trusted);
              assertThat(outcome(rig.postings().submit(before))).isInstanceOf(Outcome.Posted.class);
              revoke(trusted);
              assertThat(rig.answer(submission(prefix + "-2", "1.00", trusted)))
                  .isInstanceOf(Answer.NotProved.class);
              return before;
            });
    long last = rig.lastSequence();
    assertThat(rig.answer(posted)).isInstanceOf(Answer.NotProved.class);
    assertPosted(rig.post("A-3"), last + 1);
  }

  @Test
  void a_key_that_expired_posts_nothing() throws Exception {
    Caller trusted = trusted();
    rig.openWith("A-1");
    rig.sql(
        "UPDATE api_key SET expires_at = clock_timestamp() WHERE id = '"
            + trusted.unprovedKey()
            + "'");
    assertThat(rig.answer(submission("A-2", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertThat(rig.ways()).containsExactly("in vain", "asked");
  }

  @Test
  void a_commit_whose_answer_is_lost_posts_once() throws Exception {
    rig.untilItGoes(
        List.of("unasked", "asked")::equals,
        prefix -> {
          long before = rig.lastSequence();
          rig.afterUnasked(AsLeftFaultsTest::lost);
          assertPosted(rig.post(prefix), before + 1);
          assertThat(rig.lastSequence()).isEqualTo(before + 1);
          return before;
        });
  }

  @Test
  void a_commit_whose_answer_is_lost_is_answered_even_if_the_key_was_revoked_right_then()
      throws Exception {
    Submission posted =
        rig.untilItGoes(
            List.of("unasked", "asked")::equals,
            prefix -> {
              Caller trusted = trusted();
              Submission one = submission(prefix, "1.00", trusted);
              rig.afterUnasked(
                  () -> {
                    revoke(trusted);
                    lost();
                  });
              assertThat(outcome(rig.postings().submit(one))).isInstanceOf(Outcome.Posted.class);
              return one;
            });
    long last = rig.lastSequence();
    assertThat(rig.answer(posted)).isInstanceOf(Answer.NotProved.class);
    assertThat(rig.answer(submission("A-3", "1.00", posted.caller())))
        .isInstanceOf(Answer.NotProved.class);
    assertThat(rig.lastSequence()).isEqualTo(last);
  }

  private static void lost() {
    throw new UnavailableException(
        "the answer was lost", new IllegalStateException("after the commit"));
  }

  @Test
  void who_holds_the_account_is_waited_for_and_then_all_is_asked() throws Exception {
    rig.openWith("A-1");
    try (HeldAccount held = new HeldAccount(rig.service().database(), ACCOUNT.value())) {
      CompletionStage<Answer> waiting = rig.postings().submit(submission("A-2"));
      held.awaitWaiting();
      assertThat(waiting.toCompletableFuture()).isNotDone();
      held.letGo();
      assertPosted(outcome(waiting), 2);
    }
    assertThat(rig.ways()).containsExactly("in vain", "asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "0s"})
  void a_batch_whose_connection_breaks_is_tried_again(String asLeft) throws Exception {
    try (AsLeftRig other = AsLeftRig.on(TestDatabase.POSTGRES.fresh(), asLeft)) {
      other.openWith("A-1");
      other.sql("CREATE TABLE clock_takes AS SELECT CAST(30 AS DOUBLE PRECISION) AS seconds");
      other.setClock(clockThatTakes("(SELECT seconds FROM clock_takes)"));
      CompletionStage<Answer> posted = other.postings().submit(submission("A-2"));
      Awaiting.until("the clock is read", () -> readers(other, "pid") > 0);
      other.sql("UPDATE clock_takes SET seconds = 0");
      assertThat(readers(other, "pg_terminate_backend(pid)")).isPositive();
      assertPosted(outcome(posted), 2);
      assertThat(other.ways()).containsExactly("asked");
    }
  }

  /** How many wait for the clock, and what is done to each. */
  private static long readers(AsLeftRig rig, String deed) {
    try {
      return rig.number(
          """
          SELECT COUNT(%s) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event = 'PgSleep'"""
              .formatted(deed));
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Test
  void another_replica_that_posts_while_it_is_written_comes_before_or_after() throws Exception {
    rig.openWith("A-1");
    try (AsLeftRig other = AsLeftRig.patient(rig.service().database())) {
      other.openWith("B-1");
      rig.setClock(SLOW_CLOCK);
      for (int round = 1; round <= 4; round++) {
        CompletionStage<Answer> here = rig.postings().submit(submission("A-1-" + round));
        CompletionStage<Answer> there = other.postings().submit(submission("B-1-" + round));
        CompletionStage<Answer> same = other.postings().submit(submission("A-1-" + round));
        assertThat(List.of(outcome(here), outcome(there), outcome(same)))
            .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Posted.class));
        assertThat(outcome(here)).isEqualTo(outcome(same));
      }
    }
    assertThat(
            rig.number(
                "SELECT last_sequence FROM account_head WHERE account_id = '"
                    + ACCOUNT.value()
                    + "'"))
        .isEqualTo(10);
  }
}
