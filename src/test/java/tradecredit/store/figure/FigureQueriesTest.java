package tradecredit.store.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.store.sql.Transactions;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Today's figures are of one day, however often the day is turned while they are read. */
class FigureQueriesTest {

  private static final AccountId AUXER = new AccountId("auxer-to-kattosko");

  /** So that the account has not seen the day yet. */
  private static final Map<String, String> SELDOM =
      Map.of("tradecredit.posting.day-end-interval", "1h");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void today_is_one_day_though_it_is_turned_between_two_statements(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), SELDOM)) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "10.00"));
      Deque<String> days = new ArrayDeque<>(List.of("2001-06-05", "2001-06-06", "2001-06-07"));
      assertThat(client.businessDate("2001-06-04").status()).isEqualTo(200);

      AccountFigures figures =
          service
              .context()
              .getBean(Transactions.class)
              .withoutTransaction(
                  connection ->
                      service
                          .context()
                          .getBean(FigureQueries.class)
                          .figures(turning(connection, client, days), AUXER, null));

      assertThat(days).as("turned while they were read").isEmpty();
      assertThat(figures.asOf()).isEqualTo(LocalDate.of(2001, 6, 7));
      assertThat(figures.businessDate()).isEqualTo(figures.asOf());
      assertThat(figures.pastDue()).hasToString("10.00");
      Invariants.hold(service.database());
    }
  }

  /** That connection, but before each statement that asks for a day's cells the day is turned. */
  private static Connection turning(Connection connection, Client client, Deque<String> days) {
    return (Connection)
        Proxy.newProxyInstance(
            FigureQueriesTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && String.valueOf(arguments[0]).contains("sum_past_due")
                  && !days.isEmpty()) {
                assertThat(client.businessDate(days.remove()).status()).isEqualTo(200);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException fault) {
                throw fault.getCause();
              }
            });
  }
}
