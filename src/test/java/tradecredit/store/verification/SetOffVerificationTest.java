package tradecredit.store.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Proof;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Each account's chain holds by itself where it was put back to an entry before; what it owes to
 * the other one tells.
 */
class SetOffVerificationTest {

  private static final String SET_OFFS = "/v1/agreements/clifton-telecard-2001/set-offs";
  private static final String DAY = "2001-05-16";

  /** Whatever a set-off writes of an account. */
  private static final List<String> TABLES =
      List.of(
          "account_head",
          "entry",
          "invoice",
          "set_off",
          "set_off_part",
          "set_off_decision",
          "open_item_movement",
          "aging_cell",
          "decision",
          "event");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_half_that_was_taken_out_at_the_end_of_its_account_is_missed_by_the_other(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh book = kind.fresh();
    try (Connection connection = book.connect()) {
      netted(book, connection);
      assertThat(Proof.faults(connection)).isEmpty();
      leaveOrphans(kind, connection);

      putBack(connection, "kattosko-to-seller", "proposed");
      assertThat(Proof.faults(connection))
          .containsExactly(
              "halves of set-offs: entry 3 of account auxer-to-kattosko names another half that is missing, or that says otherwise");

      putBack(connection, "kattosko-to-seller", "before");
      assertThat(Proof.faults(connection))
          .containsExactly(
              "halves of set-offs: entry 2 of account auxer-to-kattosko names another half that is missing, or that says otherwise");
    }
  }

  /** An invoice on each account, netted by their entries 2 and 3; both are kept as they were. */
  private static void netted(TestDatabase.Fresh book, Connection connection) throws SQLException {
    try (Service service = Service.on(book, Map.of())) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", DAY, "500.00"));
      client.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", DAY, "500.00"));
      keep(connection, "before");
      String id =
          client
              .as("auxer-telecom-controller")
              .post(
                  SET_OFFS,
                  """
                  {"reason":"netting","accounts":[
                    {"accountId":"auxer-to-kattosko","allocations":[{"invoiceNumber":"A-1","amount":"300.00"}]},
                    {"accountId":"kattosko-to-seller","allocations":[{"invoiceNumber":"K-1","amount":"300.00"}]}]}""")
              .json()
              .get("id")
              .asText();
      keep(connection, "proposed");
      Client.Answer approved =
          client
              .as("kattosko-controller")
              .post(SET_OFFS + "/" + id + "/approval", "{\"decision\":\"approved\"}");
      assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
    }
  }

  private static void keep(Connection connection, String name) throws SQLException {
    for (String table : TABLES) {
      run(connection, "CREATE TABLE %s_%s AS SELECT * FROM %s".formatted(name, table, table));
    }
  }

  private static void leaveOrphans(TestDatabase kind, Connection connection) throws SQLException {
    run(
        connection,
        kind == TestDatabase.H2
            ? "SET REFERENTIAL_INTEGRITY FALSE"
            : "SET session_replication_role = replica");
  }

  /** One account alone is again as it was, hashes and all. */
  private static void putBack(Connection connection, String account, String name)
      throws SQLException {
    for (String table : TABLES) {
      String columns = columns(connection, table);
      run(connection, "DELETE FROM %s WHERE account_id = '%s'".formatted(table, account));
      run(
          connection,
          "INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s_%1$s WHERE account_id = '%4$s'"
              .formatted(table, columns, name, account));
    }
  }

  private static String columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT LOWER(column_name) FROM information_schema.columns
                WHERE LOWER(table_schema) = 'public' AND LOWER(table_name) = '%s' AND is_generated = 'NEVER'"""
                    .formatted(table))) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    return String.join(", ", columns);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
