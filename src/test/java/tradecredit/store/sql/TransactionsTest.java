package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.platform.UnavailableException;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What becomes of a fault of the database in the midst of a transaction. */
class TransactionsTest {

  private static final String NOTED_TWICE =
      """
      INSERT INTO business_day (agreement_id, business_date)
      SELECT agreement_id, business_date FROM business_day""";

  private static final String BREAKS_A_CHECK = "UPDATE account_head SET last_sequence = -1";

  private static final String BREAKS = "SELECT pg_terminate_backend(pg_backend_pid())";

  private static final String HEADS = "SELECT account_id FROM account_head FOR UPDATE";

  private static Transactions transactions(Service service) {
    return service.context().getBean(Transactions.class);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_row_that_is_there_already_is_known_as_that(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      assertThatThrownBy(
              () -> transactions(service).write(connection -> Sql.update(connection, NOTED_TWICE)))
          .isInstanceOf(IllegalStateException.class)
          .matches(SqlFaults::isDuplicate);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_broken_rule_is_a_fault_and_no_row_that_is_there_already(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      assertThatThrownBy(
              () ->
                  transactions(service)
                      .write(
                          connection -> {
                            try {
                              return Sql.update(connection, BREAKS_A_CHECK);
                            } catch (SQLException fault) {
                              throw SqlFaults.ofKeys(fault);
                            }
                          }))
          .isInstanceOf(IllegalStateException.class)
          .matches(thrown -> !SqlFaults.isDuplicate(thrown));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_fault_of_the_work_itself_stays_what_it_is(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      assertThatThrownBy(
              () ->
                  transactions(service)
                      .write(
                          connection -> {
                            throw new UnsupportedOperationException("no");
                          }))
          .isExactlyInstanceOf(UnsupportedOperationException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_statement_commits_by_itself_even_if_the_pool_is_told_not_to(TestDatabase kind)
      throws SQLException {
    Map<String, String> told = Map.of("datasources.default.auto-commit", "false");
    try (Service service = Service.on(kind.fresh(), told);
        Connection other = service.database().connect()) {
      int changed =
          transactions(service)
              .withoutTransaction(
                  connection ->
                      Sql.update(connection, "UPDATE account_head SET last_hash = 'changed'"));

      assertThat(changed).isPositive();
      assertThat(
              Sql.list(
                  other, "SELECT last_hash FROM account_head", row -> row.getString("last_hash")))
          .containsOnly("changed")
          .hasSize(changed);
    }
  }

  @Test
  void a_connection_that_breaks_in_use_is_an_outage() {
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), Map.of())) {
      Transactions transactions = transactions(service);
      Transactions.Work<Integer> breaks =
          connection -> Sql.list(connection, BREAKS, row -> row).size();
      assertThatThrownBy(() -> transactions.write(breaks)).isInstanceOf(UnavailableException.class);
      assertThatThrownBy(() -> transactions.read(breaks)).isInstanceOf(UnavailableException.class);
      assertThatThrownBy(() -> transactions.withoutTransaction(breaks))
          .isInstanceOf(UnavailableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_lock_that_is_not_had_in_time_is_an_outage(TestDatabase kind) throws SQLException {
    String atMost =
        kind == TestDatabase.H2 ? "SET LOCK_TIMEOUT 100" : "SET LOCAL lock_timeout = '100ms'";
    try (Service service = Service.on(kind);
        Connection other = service.database().connect()) {
      other.setAutoCommit(false);
      assertThat(Sql.list(other, HEADS, row -> row.getString(1))).hasSize(2);
      assertThatThrownBy(
              () ->
                  transactions(service)
                      .write(
                          connection -> {
                            Sql.update(connection, atMost);
                            return Sql.list(connection, HEADS, row -> row.getString(1));
                          }))
          .isInstanceOf(UnavailableException.class);
      other.rollback();
    }
  }
}
