package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is interrupted in a transaction, as by a stop, ends it first. */
class ShieldTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_interrupted_thread_reads_and_writes_the_book_and_hears_of_it_afterwards(
      TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Map.of())) {
      Transactions transactions = service.context().getBean(Transactions.class);
      for (int i = 0; i < 20; i++) {
        Thread.currentThread().interrupt();
        long events =
            transactions.write(
                connection -> {
                  Sql.update(connection, "UPDATE account_head SET last_event = last_event + 1");
                  Sql.update(connection, "UPDATE account_head SET last_event = last_event - 1");
                  return Sql.one(
                      connection,
                      "SELECT SUM(last_event) FROM account_head",
                      row -> row.getLong(1));
                });
        assertThat(events).isZero();
        assertThat(Thread.interrupted()).as("it hears of it").isTrue();
      }
      assertThat(
              service
                  .client()
                  .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"))
                  .status())
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_thrown_comes_through_as_it_is(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Map.of())) {
      Transactions transactions = service.context().getBean(Transactions.class);
      IllegalStateException fault = new IllegalStateException("as it is");
      AssertionError error = new AssertionError("an error, too");
      assertThatThrownBy(
              () ->
                  transactions.write(
                      connection -> {
                        throw fault;
                      }))
          .isSameAs(fault);
      assertThatThrownBy(
              () ->
                  transactions.read(
                      connection -> {
                        throw error;
                      }))
          .isSameAs(error);
      assertThatThrownBy(
              () ->
                  transactions.withoutTransaction(
                      connection -> {
                        throw new SQLException("no such thing", "42000");
                      }))
          .hasRootCauseInstanceOf(SQLException.class);
      Invariants.hold(service.database());
    }
  }
}
