package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.lane;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.outcomes;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.sleep;
import static tradecredit.posting.LaneRig.submission;
import static tradecredit.posting.LaneRig.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Outcome;
import tradecredit.money.Money;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A batch of invoices that is written to the account as it was left, without asking (PostgreSQL):
 * it is, where nothing changed; and where anything did, it is as if it had asked.
 */
class AsLeftTest {

  private Service service;
  private Watched store;
  private Lane lane;

  /** The real store, and which way each attempt went. */
  private static final class Watched implements BookStore {

    private final BookStore real;
    private final List<String> ways = new ArrayList<>();
    private Runnable afterUnasked = () -> {};

    Watched(BookStore real) {
      this.real = real;
    }

    @Override
    public <T> Optional<T> asLeft(AccountId account, Wanted wanted, Function<BookSession, T> work) {
      List<BookSession> sessions = new ArrayList<>();
      Optional<T> result =
          real.asLeft(
              account,
              wanted,
              session -> {
                sessions.add(session);
                return work.apply(session);
              });
      if (!sessions.isEmpty()) {
        ways.add(result.isPresent() ? "unasked" : "in vain");
      }
      if (result.isPresent()) {
        Runnable once = afterUnasked;
        afterUnasked = () -> {};
        once.run();
      }
      return result;
    }

    @Override
    public <T> T locked(
        AccountId account,
        Wanted wanted,
        Supplier<Wanted> afterWaiting,
        Function<BookSession, T> work) {
      T result = real.locked(account, wanted, afterWaiting, work);
      ways.add("asked");
      return result;
    }

    @Override
    public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
      return real.reading(account, wanted, work);
    }
  }

  @BeforeEach
  void start() {
    service = Service.on(TestDatabase.POSTGRES);
    store = new Watched(LaneRig.store(service));
    lane = lane(service, settings(100), store);
  }

  @AfterEach
  void stop() {
    lane.close();
    Invariants.hold(service.database());
    service.close();
  }

  /** One posting that asks, so that it is known how the account was left. */
  private void openWith(String number) throws Exception {
    assertThat(outcome(lane.submit(submission(number)))).isInstanceOf(Outcome.Posted.class);
    store.ways.clear();
  }

  private Outcome post(String number) throws Exception {
    return outcome(lane.submit(submission(number)));
  }

  private Answer answer(Submission submission) throws Exception {
    return lane.submit(submission).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void sql(String statement) {
    try (Connection connection = service.database().connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = service.database().connect()) {
      return Invariants.number(connection, query);
    }
  }

  private void assertPosted(Outcome outcome, long sequence) {
    assertThat(outcome).isInstanceOf(Outcome.Posted.class);
    assertThat(outcome.decision().sequence()).isEqualTo(sequence);
  }

  @Test
  void who_follows_on_from_here_is_written_without_asking() throws Exception {
    openWith("A-1");
    for (int i = 2; i <= 20; i++) {
      assertPosted(post("A-" + i), i);
    }
    assertThat(store.ways).hasSize(19).containsOnly("unasked");
    assertThat(
            number(
                """
                SELECT COUNT(*) FROM entry WHERE recorded_at > (SELECT instant FROM database_clock)"""))
        .isZero();
  }

  @Test
  void many_are_written_together() throws Exception {
    openWith("A-0");
    outcomes(submit(lane, 1, 40));
    assertThat(store.ways).hasSizeLessThan(40).containsOnly("unasked");
    assertThat(number("SELECT COUNT(*) FROM invoice")).isEqualTo(41);
  }

  @Test
  void a_batch_that_is_one_submission_is_too() throws Exception {
    openWith("A-0");
    Submission first = submission("A-1");
    Submission whole =
        new Submission(
            ACCOUNT,
            first.caller(),
            first.key(),
            "whole",
            Submission.Mode.ATOMIC,
            IntStream.rangeClosed(1, 30)
                .mapToObj(i -> submission("A-" + i).postings().getFirst())
                .toList());
    assertThat(((Answer.Outcomes) answer(whole)).outcomes()).hasSize(30);
    assertThat(store.ways).containsExactly("unasked");
    assertThat(((Answer.Outcomes) answer(whole)).replayed()).isTrue();
  }

  @Test
  void who_comes_a_second_later_asks() throws Exception {
    openWith("A-1");
    sleep(Duration.ofMillis(1_050));
    assertPosted(post("A-2"), 2);
    assertThat(store.ways).containsExactly("asked");
  }

  @Test
  void another_replica_that_posted_meanwhile_is_found_out() throws Exception {
    try (Service other =
        Service.on(
            service.database(),
            Map.of(
                "tradecredit.access.encryption-key-file",
                service.database().keys().resolve("encryption.key").toString()))) {
      openWith("A-1");
      assertThat(
              other
                  .client()
                  .post(Client.AUXER + "/invoices", Json.auxerInvoice("B-1", "2001-05-16", "7.00"))
                  .status())
          .isEqualTo(201);
      assertPosted(post("A-2"), 3);
      assertThat(store.ways).containsExactly("in vain", "asked");
      assertPosted(post("A-3"), 4);
      assertThat(store.ways).as("not tried again at once").endsWith("asked", "asked");
      Awaiting.until("it is tried again", () -> triedAgain("A-4"));
    }
  }

  private boolean triedAgain(String prefix) {
    try {
      post(prefix + "-" + store.ways.size());
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
    return store.ways.getLast().equals("unasked");
  }

  @Test
  void what_was_said_to_be_known_at_an_instant_stays_said() throws Exception {
    openWith("A-1");
    Instant moment = Instant.now();
    JsonNode known =
        service.client().get(Client.AUXER + "/balance?asOf=2001-05-16&knownAt=" + moment).json();
    assertThat(known.get("balance").asText()).isEqualTo("1.00");
    assertPosted(post("A-2"), 2);
    assertThat(store.ways).containsExactly("in vain", "asked");
    assertThat(number("SELECT COUNT(*) FROM entry WHERE recorded_at <= '" + moment + "'"))
        .isEqualTo(1);
  }

  @Test
  void a_day_that_was_turned_meanwhile_is_the_day() throws Exception {
    openWith("A-1");
    sql("UPDATE business_day SET business_date = DATE '2001-05-18'");
    assertPosted(post("A-2"), 2);
    assertThat(store.ways).containsExactly("in vain", "asked");
    assertThat(number("SELECT COUNT(*) FROM entry WHERE business_date = DATE '2001-05-18'"))
        .isEqualTo(1);
  }

  @Test
  void a_day_that_was_turned_over_http_is_the_day() throws Exception {
    openWith("A-1");
    assertThat(service.client().businessDate("2001-05-20").status()).isEqualTo(200);
    assertPosted(post("A-2"), 2);
    assertThat(store.ways).doesNotContain("unasked");
    assertThat(number("SELECT COUNT(*) FROM entry WHERE business_date = DATE '2001-05-20'"))
        .isEqualTo(1);
  }

  @Test
  void a_clock_that_was_set_back_or_forward_is_asked() throws Exception {
    for (String step : List.of("- INTERVAL '1 hour'", "+ INTERVAL '2 hours'")) {
      openWith("A-1 " + step);
      sql(
          "CREATE OR REPLACE VIEW database_clock AS SELECT clock_timestamp() %s AS instant"
              .formatted(step));
      assertThat(post("A-2 " + step)).isInstanceOf(Outcome.Posted.class);
      assertThat(store.ways).containsExactly("in vain", "asked");
      sleep(Duration.ofMillis(1_050));
    }
  }

  @Test
  void a_key_that_was_used_is_answered_as_before() throws Exception {
    openWith("A-1");
    Answer.Outcomes again = (Answer.Outcomes) answer(submission("A-1"));
    assertThat(again.replayed()).isTrue();
    assertThat(again.outcomes().getFirst().decision().sequence()).isEqualTo(1);
    assertThat(store.ways).containsExactly("in vain", "asked");
  }

  @Test
  void a_number_that_is_taken_is_refused() throws Exception {
    openWith("A-1");
    Submission other = submission("A-1");
    Answer.Outcomes taken =
        (Answer.Outcomes)
            answer(
                new Submission(
                    ACCOUNT,
                    other.caller(),
                    new IdempotencyKey("anyone", "another key", ""),
                    "another",
                    Submission.Mode.INDEPENDENT,
                    other.postings()));
    assertThat(taken.outcomes().getFirst()).isInstanceOf(Outcome.Refused.class);
    assertThat(store.ways).containsExactly("in vain", "asked");
    assertPosted(post("A-2"), 2);
  }

  @Test
  void what_may_meet_the_limit_asks() throws Exception {
    Caller caller = new Caller("anyone", "anyone");
    outcome(lane.submit(submission("A-1", "30000.00", caller)));
    store.ways.clear();
    assertPosted(outcome(lane.submit(submission("A-2", "20000.00", caller))), 2);
    assertThat(outcome(lane.submit(submission("A-3", "0.01", caller))))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(store.ways).containsExactly("unasked", "asked");
  }

  @Test
  void a_key_that_was_revoked_posts_nothing() throws Exception {
    Client admin = service.client().as("kattosko-admin");
    String id = admin.post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json().get("id").asText();
    Caller trusted = new Caller("anyone", "anyone", id);
    openWith("A-1");
    assertPosted(outcome(lane.submit(submission("A-2", "1.00", trusted))), 2);
    assertThat(admin.send("DELETE", "/v1/api-keys/" + id, null, null).status()).isEqualTo(204);

    assertThat(answer(submission("A-3", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertThat(store.ways).containsExactly("unasked", "in vain", "asked");
    assertThat(answer(submission("A-2", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertPosted(post("A-3"), 3);
  }

  @Test
  void a_key_that_expired_posts_nothing() throws Exception {
    Client admin = service.client().as("kattosko-admin");
    String id = admin.post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json().get("id").asText();
    Caller trusted = new Caller("anyone", "anyone", id);
    openWith("A-1");
    sql("UPDATE api_key SET expires_at = clock_timestamp() WHERE id = '" + id + "'");
    assertThat(answer(submission("A-2", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertThat(store.ways).containsExactly("in vain", "asked");
  }

  @Test
  void a_commit_whose_answer_is_lost_posts_once() throws Exception {
    openWith("A-1");
    store.afterUnasked = AsLeftTest::lost;
    assertPosted(post("A-2"), 2);
    assertThat(store.ways).containsExactly("unasked", "asked");
  }

  @Test
  void a_commit_whose_answer_is_lost_is_answered_even_if_the_key_was_revoked_right_then()
      throws Exception {
    Client admin = service.client().as("kattosko-admin");
    String id = admin.post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json().get("id").asText();
    Caller trusted = new Caller("anyone", "anyone", id);
    openWith("A-1");
    store.afterUnasked =
        () -> {
          admin.send("DELETE", "/v1/api-keys/" + id, null, null);
          lost();
        };
    assertPosted(outcome(lane.submit(submission("A-2", "1.00", trusted))), 2);
    assertThat(answer(submission("A-2", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertThat(answer(submission("A-3", "1.00", trusted))).isInstanceOf(Answer.NotProved.class);
    assertThat(number("SELECT COUNT(*) FROM invoice")).isEqualTo(2);
  }

  private static void lost() {
    throw new BookUnavailableException(
        "the answer was lost", new IllegalStateException("after the commit"));
  }

  @Test
  void who_holds_the_account_is_waited_for_and_then_all_is_asked() throws Exception {
    openWith("A-1");
    try (HeldAccount held = new HeldAccount(service.database(), ACCOUNT.value())) {
      CompletionStage<Answer> waiting = lane.submit(submission("A-2"));
      held.awaitWaiting();
      assertThat(waiting.toCompletableFuture()).isNotDone();
      held.letGo();
      assertPosted(outcome(waiting), 2);
    }
    assertThat(store.ways).containsExactly("in vain", "asked");
  }

  @Test
  void what_a_payment_needs_it_asks_for() throws Exception {
    openWith("A-1");
    Client.Answer paid =
        service
            .client()
            .post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "0.40"));
    assertThat(paid.status()).isEqualTo(201);
    assertPosted(post("A-2"), 3);
    assertThat(store.ways).as("left by this very service").containsExactly("unasked");
  }

  @Test
  void two_replicas_that_post_at_once_post_each_once() throws Exception {
    try (Service other = Service.on(service.database(), Map.of())) {
      Watched others = new Watched(LaneRig.store(other));
      try (Lane second = lane(other, settings(100), others)) {
        List<CompletionStage<Answer>> answers = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
          String number = "A-" + round;
          // The same posting on both: one of them posts it and the other says so.
          answers.add(lane.submit(submission(number)));
          answers.add(second.submit(submission(number)));
          answers.add((round % 2 == 0 ? lane : second).submit(submission("B-" + round)));
          outcome(answers.get(answers.size() - 1 - round % 3));
        }
        outcomes(answers);
      }
    }
    assertThat(number("SELECT COUNT(*) FROM invoice")).isEqualTo(300);
    assertThat(
            number("SELECT last_sequence FROM account_head WHERE account_id = 'auxer-to-kattosko'"))
        .isEqualTo(300);
    assertThat(number("SELECT balance FROM account_head WHERE account_id = 'auxer-to-kattosko'"))
        .isEqualTo(Money.parse("300.00").cents());
  }

  @Test
  void a_lane_of_h2_always_asks() throws Exception {
    try (Service onH2 = Service.on(TestDatabase.H2)) {
      Watched watched = new Watched(LaneRig.store(onH2));
      try (Lane there = lane(onH2, settings(100), watched)) {
        outcomes(List.of(there.submit(submission("A-1"))));
        outcomes(List.of(there.submit(submission("A-2"))));
      }
      assertThat(watched.ways).containsExactly("asked", "asked");
      Invariants.hold(onH2.database());
    }
  }
}
