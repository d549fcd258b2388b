package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Proof;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A book that was written before migration 6 is brought up to date: what is asked of it is answered
 * as by a book that was never behind, all invariants hold, and it goes on from there.
 */
class OlderBookTest {

  private static final String A = Client.AUXER;
  private static final String OLDER = "4";
  private static final List<String> PATHS =
      List.of(
          A + "/balance",
          A + "/aging",
          A + "/invoices",
          A + "/invoices?status=disputed",
          A + "/invoices?status=pastDue",
          A + "/invoices?status=open",
          A + "/payments",
          A + "/credit-notes",
          A + "/disputes",
          A + "/breaches",
          A + "/breaches?asOf=2001-06-10",
          A + "/terms",
          A + "/standing",
          A + "/standing?asOf=2001-06-10",
          A + "/standing-changes",
          A + "/entries",
          A + "/events");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_older_book_answers_the_same_and_goes_on(TestDatabase kind) throws SQLException {
    List<String> answers;
    TestDatabase.Fresh written = kind.fresh();
    try (Service service = Service.on(written, Map.of())) {
      write(service.client());
      answers = answers(service.client());
      Invariants.hold(written);
    }
    TestDatabase.Fresh fresh = kind.empty();
    fresh.migrate(OLDER);
    copy(written, fresh);
    TestDatabase.Fresh older =
        new TestDatabase.Fresh(kind, fresh.url(), fresh.username(), written.keys());
    try (Service service = Service.on(older, Map.of())) {
      Client client = service.client();
      assertThat(answers(client)).isEqualTo(answers);
      Invariants.hold(older);
      goOn(client);
      Invariants.hold(older);
    }
  }

  /** Until a credit that was applied anew, to nothing, was not moved by that any more. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_credit_that_was_said_to_have_moved_moved_when_it_did(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh written = kind.fresh();
    String payment;
    try (Service service = Service.on(written, Map.of())) {
      Client client = service.client();
      client.businessDate("2001-06-10");
      payment = id(client.post(A + "/payments", Json.payment("P-1", "2001-06-01", "50.00")));
      String note =
          id(
              client.post(
                  A + "/credit-notes",
                  "{\"number\":\"C-1\",\"creditDate\":\"2001-05-20\",\"reason\":\"short\",\"amount\":\"30.00\"}"));
      id(client.post(A + "/payments/" + payment + "/allocations", "{\"allocations\":[]}"));
      id(client.post(A + "/credit-notes/" + note + "/allocations", "{\"allocations\":[]}"));
    }
    TestDatabase.Fresh fresh = kind.empty();
    fresh.migrate("16");
    copy(written, fresh);
    try (Connection connection = fresh.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE payment SET last_movement_date = DATE '2001-06-10'");
      statement.execute("UPDATE credit_note SET last_movement_date = DATE '2001-06-10'");
    }
    TestDatabase.Fresh older =
        new TestDatabase.Fresh(kind, fresh.url(), fresh.username(), written.keys());
    try (Service service = Service.on(older, Map.of());
        Connection connection = older.connect()) {
      assertThat(Proof.faults(connection)).isEmpty();
      Client client = service.client();
      id(
          client.post(
              A + "/payments/" + payment + "/return",
              "{\"returnedDate\":\"2001-06-02\",\"reason\":\"bounced\"}"));
      assertThat(client.get(A + "/entries").json().at("/items/4/effectiveDate").asText())
          .isEqualTo("2001-06-02");
    }
  }

  /** Until payments on the note could be returned, what its entries do was held to by the table. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void payments_on_an_older_note_can_be_returned_and_its_chain_holds(TestDatabase kind)
      throws SQLException {
    String note = "/v1/agreements/clifton-telecard-2001/promissory-note";
    TestDatabase.Fresh written = kind.fresh();
    try (Service service = Service.on(written, Map.of())) {
      Client client = service.client();
      client.post(note, "{\"principal\":\"600.00\"}");
      id(client.post(note + "/payments", Json.payment("P-1", "2001-05-16", "150.00")));
    }
    TestDatabase.Fresh fresh = kind.empty();
    fresh.migrate("17");
    copy(written, fresh);
    TestDatabase.Fresh older =
        new TestDatabase.Fresh(kind, fresh.url(), fresh.username(), written.keys());
    try (Service service = Service.on(older, Map.of());
        Connection connection = older.connect()) {
      Client client = service.client();
      Client.Answer back =
          client.post(
              note + "/payments/2/return",
              "{\"returnedDate\":\"2001-05-16\",\"reason\":\"bounced\"}");
      assertThat(back.status()).as(back.toString()).isEqualTo(201);
      assertThat(client.get(note).json().get("unpaid").asText()).isEqualTo("600.00");
      assertThat(Proof.faults(connection)).isEmpty();
      Invariants.hold(older);
    }
  }

  /** Every kind of act that a book of that age could hold and that migration 6 looks at. */
  private static void write(Client client) {
    client.businessDate("2001-06-10");
    Client controller = client.as("auxer-telecom-controller");
    Client buyer = client.as("kattosko-controller");
    String first =
        id(client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "300.00")));
    String second =
        id(client.post(A + "/invoices", Json.auxerInvoice("A-2", "2001-06-01", "400.00")));
    String payment = id(client.post(A + "/payments", Json.payment("P-1", "2001-06-01", "50.00")));
    id(client.post(A + "/payments/" + payment + "/allocations", allocation("A-2", "20.00")));
    id(
        client.post(
            A + "/credit-notes",
            "{\"number\":\"C-1\",\"creditDate\":\"2001-05-20\",\"reason\":\"short\",\"amount\":\"30.00\",\"invoiceNumber\":\"A-2\"}"));
    String disputes = A + "/invoices/" + first + "/disputes";
    id(buyer.post(disputes, dispute("AD-0990", "AD-1010")));
    id(buyer.post(disputes, dispute("1", "09")));
    id(buyer.post(A + "/invoices/" + second + "/disputes", dispute("AD-2000", "AD-2100")));
    String resolved = id(buyer.post(disputes, dispute("AD-1", "AD-9")));
    id(controller.post(A + "/disputes/" + resolved + "/resolution", "{\"outcome\":\"upheld\"}"));
    id(
        controller.post(
            A + "/invoices",
            Json.auxerInvoice("A-3", "2001-06-02", "60000.00")
                .replace("\"lines\"", "\"alreadyDelivered\":{\"reason\":\"sent\"},\"lines\"")));
    client.businessDate("2001-06-11");
    id(client.post(A + "/payments", Json.payment("P-2", "2001-06-11", "5000.00")));
    id(client.post(A + "/payments", Json.payment("P-3", "2001-06-11", "50000.00")));
    amended(client, "\"effectiveDate\":\"2001-07-10\",\"creditLimit\":\"80000.00\"");
  }

  private static void amended(Client client, String change) {
    String amendment =
        id(
            client
                .as("auxer-telecom-controller")
                .post(A + "/terms-amendments", "{" + change + ",\"reason\":\"agreed\"}"));
    id(
        client
            .as("kattosko-controller")
            .post(
                A + "/terms-amendments/" + amendment + "/approval", "{\"decision\":\"approved\"}"));
  }

  private static void goOn(Client client) {
    Client buyer = client.as("kattosko-controller");
    String invoice = client.get(A + "/invoices?number=A-3").json().at("/items/0/id").asText();
    String disputes = A + "/invoices/" + invoice + "/disputes";
    for (String[] cards :
        new String[][] {
          {"AD-1010", "AD-1999"}, {"AD-0", "AD-990"}, {"AD-1000", "AD-1001"}, {"0009", "0010"}
        }) {
      Client.Answer refused = buyer.post(disputes, dispute(cards[0], cards[1]));
      assertThat(refused.code()).as(refused.toString()).isEqualTo("cards-in-dispute");
    }
    id(buyer.post(disputes, dispute("AD-1", "AD-989")));
    id(buyer.post(disputes, dispute("AD-1011", "AD-1999")));
    String note = client.get(A + "/credit-notes").json().at("/items/0/id").asText();
    id(client.post(A + "/credit-notes/" + note + "/allocations", allocation("A-3", "10.00")));
    Client.Answer anew =
        client.post(A + "/credit-notes/" + note + "/allocations", allocation("A-3", "30.00"));
    assertThat(anew.json().at("/lifted/0/invoiceNumber").asText()).isEqualTo("A-3");
    amended(client, "\"effectiveDate\":\"2001-06-20\",\"creditLimit\":\"40000.00\",\"netDays\":30");
    assertThat(terms(client, "2001-06-20")).isEqualTo("3: 40000.00, net 30");
    assertThat(terms(client, "2001-07-10")).isEqualTo("4: 80000.00, net 30");
  }

  private static String terms(Client client, String day) {
    client.businessDate(day);
    var found = client.get(A + "/terms").json();
    return "%s: %s, net %s"
        .formatted(
            found.get("version").asText(),
            found.at("/terms/creditLimit").asText(),
            found.at("/terms/netDays").asText());
  }

  private static String allocation(String invoice, String amount) {
    return "{\"allocations\":[{\"invoiceNumber\":\"%s\",\"amount\":\"%s\"}]}"
        .formatted(invoice, amount);
  }

  private static String dispute(String first, String last) {
    return "{\"amount\":\"1.00\",\"reason\":\"dead\",\"cards\":[{\"first\":\"%s\",\"last\":\"%s\"}]}"
        .formatted(first, last);
  }

  private static String id(Client.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().get("id").asText();
  }

  private static List<String> answers(Client client) {
    return PATHS.stream()
        .map(client::get)
        .peek(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(200))
        .map(Client.Answer::text)
        .toList();
  }

  /** All rows, in the columns that the older book has. */
  private static void copy(TestDatabase.Fresh from, TestDatabase.Fresh to) throws SQLException {
    try (Connection source = from.connect();
        Connection target = to.connect();
        Statement statement = target.createStatement()) {
      statement.execute(
          to.kind() == TestDatabase.H2
              ? "SET REFERENTIAL_INTEGRITY FALSE"
              : "SET session_replication_role = replica");
      for (String table : tables(target)) {
        statement.execute("DELETE FROM " + table);
        copy(source, target, table);
      }
      if (to.kind() == TestDatabase.H2) {
        statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return column(
        connection,
        """
        SELECT table_name FROM information_schema.tables
        WHERE UPPER(table_schema) = 'PUBLIC' AND table_type = 'BASE TABLE'
          AND LOWER(table_name) <> 'flyway_schema_history'""");
  }

  private static void copy(Connection source, Connection target, String table) throws SQLException {
    List<String> columns =
        column(
            target,
            """
            SELECT column_name FROM information_schema.columns WHERE UPPER(table_schema) = 'PUBLIC'
              AND is_generated = 'NEVER' AND table_name = '%s'"""
                .formatted(table));
    String names = String.join(", ", columns);
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    try (Statement select = source.createStatement();
        ResultSet rows = select.executeQuery("SELECT " + names + " FROM " + table);
        PreparedStatement insert =
            target.prepareStatement(
                "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return Collections.unmodifiableList(values);
  }
}
