package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.AccountId;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What holds an account's head, for how long, and what does not. */
class HeldUpTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String INVOICE = Json.auxerInvoice("A-1", "2001-05-16", "1.00");

  /** A connection as a replica has it. */
  private static Connection another(Service service) throws SQLException {
    DataSource pool = service.context().getBean(DataSource.class);
    Connection connection = DelegatingDataSource.unwrapDataSource(pool).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_replica_that_vanished_in_its_transaction_holds_an_account_as_long_as_is_set_and_no_longer()
      throws SQLException {
    Map<String, String> soon =
        Map.of(
            "datasources.default.connection-init-sql",
            "SET lock_timeout = '1s'; SET idle_in_transaction_session_timeout = '3s'");
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), soon);
        Connection vanished = another(service)) {
      run(vanished, "SELECT 1 FROM account_head FOR UPDATE");
      assertThat(service.client().post(INVOICES, INVOICE).status()).isEqualTo(201);
      assertThatThrownBy(vanished::rollback).as("over").isInstanceOf(SQLException.class);
      Invariants.hold(service.database());
    }
  }

  @Test
  void as_shipped_that_is_over_before_a_caller_gives_up() throws SQLException {
    try (Service service = Service.on(TestDatabase.POSTGRES);
        Connection replica = another(service)) {
      Duration patience = service.context().getBean(PostingSettings.class).answerTimeout();
      assertThat(shown(replica, "lock_timeout"))
          .isEqualTo(Duration.ofSeconds(8))
          .isLessThan(patience);
      assertThat(shown(replica, "idle_in_transaction_session_timeout"))
          .isEqualTo(Duration.ofSeconds(15))
          .isLessThan(patience);
    }
  }

  /** A setting of whole seconds. */
  private static Duration shown(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      assertThat(shown.next()).isTrue();
      return Duration.parse("PT" + shown.getString(1));
    }
  }

  @Test
  void what_refers_to_an_account_and_is_not_committed_yet_holds_up_no_posting()
      throws SQLException {
    try (Service service = Service.on(TestDatabase.POSTGRES);
        Connection rollUp = another(service)) {
      run(rollUp, "INSERT INTO known_day VALUES ('auxer-to-kattosko', DATE '2001-05-16', 1)");
      assertThat(service.client().post(INVOICES, INVOICE).status()).isEqualTo(201);
      rollUp.rollback();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void both_halves_of_a_pair_are_decided_at_one_moment(TestDatabase kind) throws SQLException {
    TestDatabase.Fresh book = kind.fresh();
    try (Service paired = Service.on(book, Map.of("tradecredit.business-date.mode", "system"))) {
      aNewDayWheneverOneAsks(book);
      List<Loaded> both =
          paired
              .context()
              .getBean(PairedStore.class)
              .locked(
                  half("auxer-to-kattosko"),
                  half("kattosko-to-seller"),
                  pair -> List.of(pair.first().loaded(), pair.second().loaded()));
      assertThat(both.getFirst().now()).isEqualTo(both.getLast().now());
      assertThat(both.getFirst().businessDate()).isEqualTo(both.getLast().businessDate());
    }
  }

  private static PairedStore.WantedOfAccount half(String account) {
    return new PairedStore.WantedOfAccount(new AccountId(account), Wanted.NOTHING);
  }

  private static void aNewDayWheneverOneAsks(TestDatabase.Fresh book) throws SQLException {
    try (Connection connection = book.connect()) {
      run(connection, "CREATE SEQUENCE days");
      run(
          connection,
          """
          CREATE OR REPLACE VIEW database_clock AS
          SELECT CURRENT_TIMESTAMP + %s * INTERVAL '1' DAY AS instant"""
              .formatted(
                  book.kind() == TestDatabase.H2 ? "NEXT VALUE FOR days" : "nextval('days')"));
    }
  }
}
