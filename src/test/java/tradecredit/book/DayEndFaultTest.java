package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An account whose day cannot be ended keeps no other from ending its own. */
class DayEndFaultTest {

  /** Terms that nobody can read, on the account that comes first. */
  private static final List<String> BROKEN =
      List.of(
          "UPDATE terms SET version = 2, thresholds = 'none' WHERE account_id = 'auxer-to-kattosko'",
          "UPDATE account_head SET terms_version = 2 WHERE account_id = 'auxer-to-kattosko'");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_day_ends_on_the_other_account(TestDatabase kind) throws SQLException {
    try (Service service =
            Service.on(kind.fresh(), Map.of("tradecredit.posting.day-end-interval", "200ms"));
        Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      Client client = service.client();
      client.post(
          Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "10.00"));
      for (String sql : BROKEN) {
        statement.execute(sql);
      }
      assertThat(client.businessDate("2001-06-20").status()).isEqualTo(200);
      Awaiting.until(
          "the day's end",
          () -> client.get(Client.KATTOSKO + "/events").text().contains("standing.changed"));
      assertThat(
              Invariants.number(
                  connection,
                  """
                  SELECT COUNT(*) FROM account_head
                  WHERE account_id = 'auxer-to-kattosko' AND business_date = DATE '2001-05-16'"""))
          .as("the broken one stays on its day")
          .isOne();
    }
  }
}
