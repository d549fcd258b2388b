package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.lanes;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.sleep;
import static tradecredit.posting.LaneRig.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tradecredit.ledger.Outcome;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A service, and a lane beside its own whose every attempt is watched. */
final class AsLeftRig implements AutoCloseable {

  private static final int TRIES = 8;
  private static final Duration ASKED_AFTER_IN_VAIN = Duration.ofMillis(1_100);

  private final Service service;
  private final WatchedStore store;
  private final Lanes lanes;

  private AsLeftRig(Service service) {
    this.service = service;
    this.store = new WatchedStore(LaneRig.store(service));
    this.lanes = lanes(service, settings(2_000), store);
  }

  /** One that goes by how an account was left for so long, on that database. */
  static AsLeftRig on(TestDatabase.Fresh database, String asLeft) {
    return on(database, Map.of("tradecredit.posting.as-left", asLeft));
  }

  static AsLeftRig on(TestDatabase.Fresh database, Map<String, String> settings) {
    return new AsLeftRig(Service.on(database, settings));
  }

  /** One that does so for as long as any test takes. */
  static AsLeftRig patient(TestDatabase.Fresh database) {
    return on(database, "1h");
  }

  static AsLeftRig patient() {
    return patient(TestDatabase.POSTGRES.fresh());
  }

  Service service() {
    return service;
  }

  Client client() {
    return service.client();
  }

  Lanes postings() {
    return lanes;
  }

  /** Which way each attempt went; see {@link WatchedStore}. */
  List<String> ways() {
    return store.ways;
  }

  /** Is done once, after the next batch that is written unasked. */
  void afterUnasked(Runnable deed) {
    store.afterUnasked = deed;
  }

  /** One posting that asks, so that it is known how the account was left. */
  void openWith(String number) throws Exception {
    assertThat(post(number)).isInstanceOf(Outcome.Posted.class);
    store.ways.clear();
  }

  /** Something that is posted under numbers that begin with {@code prefix}. */
  @FunctionalInterface
  interface Deed<T> {
    T under(String prefix) throws Exception;
  }

  /**
   * What came of the first time that each attempt of {@code deed} went this way, or these ways one
   * after the other. A machine that stands still for a second has the database's clock found to be
   * another than was foreseen, and the account asked for a second: both are right, and pass.
   */
  <T> T untilItGoes(Predicate<List<String>> so, Deed<T> deed) throws Exception {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      store.afterUnasked = () -> {};
      openWith("open-" + attempt);
      T result = deed.under("T" + attempt);
      if (so.test(ways())) {
        return result;
      }
      sleep(ASKED_AFTER_IN_VAIN);
    }
    throw new AssertionError("it never went so, and at last " + ways());
  }

  long lastSequence() throws SQLException {
    return number(
        "SELECT last_sequence FROM account_head WHERE account_id = '" + ACCOUNT.value() + "'");
  }

  Outcome post(String number) throws Exception {
    return outcome(lanes.submit(submission(number)));
  }

  Answer answer(Submission submission) throws Exception {
    return lanes.submit(submission).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  void sql(String statement) {
    try (Connection connection = service.database().connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Has the database's clock go by this instead. */
  void setClock(String expression) {
    sql("CREATE OR REPLACE VIEW database_clock AS SELECT %s AS instant".formatted(expression));
  }

  long number(String query) throws SQLException {
    try (Connection connection = service.database().connect()) {
      return Invariants.number(connection, query);
    }
  }

  static void assertPosted(Outcome outcome, long sequence) {
    assertThat(outcome).isInstanceOf(Outcome.Posted.class);
    assertThat(outcome.decision().sequence()).isEqualTo(sequence);
  }

  @Override
  public void close() {
    lanes.close();
    service.close();
    Invariants.hold(service.database());
  }
}
