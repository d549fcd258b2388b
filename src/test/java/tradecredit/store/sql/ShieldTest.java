package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.platform.UnavailableException;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What the embedded file is kept from: interrupts, as by a stop, and two that write. */
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

  @Test
  void one_at_a_time_writes_to_the_embedded_file_and_whoever_reads_does_not_wait() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Transactions transactions = service.context().getBean(Transactions.class);
      AtomicInteger writing = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Transactions.Work<Long> work =
          connection -> {
            most.accumulateAndGet(writing.incrementAndGet(), Math::max);
            long events = transactions.read(ShieldTest::events);
            writing.decrementAndGet();
            return events;
          };
      CompletableFuture<?>[] all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      Aside.run(
                          () -> {
                            for (int n = 0; n < 25; n++) {
                              transactions.write(work);
                              transactions.writeWithoutTransaction(work);
                            }
                          }))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
      assertThat(most).hasValue(1);
      long within =
          transactions.write(
              outer -> Aside.ask(() -> transactions.read(ShieldTest::events)).join());
      assertThat(within).isZero();
      assertThat(transactions.<Long>write(outer -> transactions.write(ShieldTest::events)))
          .isZero();
      Invariants.hold(service.database());
    }
  }

  @Test
  void who_waits_too_long_for_its_turn_is_told_as_in_an_outage() {
    Map<String, String> impatient = Map.of("tradecredit.embedded-file.write-timeout", "50ms");
    try (Service service = Service.on(TestDatabase.H2.fresh(), impatient)) {
      Transactions transactions = service.context().getBean(Transactions.class);
      assertThatThrownBy(
              () ->
                  transactions.write(
                      outer -> Aside.ask(() -> transactions.write(ShieldTest::events)).join()))
          .isInstanceOf(UnavailableException.class)
          .hasMessage("others have written for PT0.05S");
      Invariants.hold(service.database());
    }
  }

  private static long events(Connection connection) throws SQLException {
    return Sql.one(connection, "SELECT SUM(last_event) FROM account_head", row -> row.getLong(1));
  }
}
