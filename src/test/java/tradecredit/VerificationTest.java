package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What an auditor starts to prove a book, on the book of a service that was there. */
class VerificationTest {

  private static TestDatabase.Fresh book(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = Service.on(database, Map.of())) {
      Client client = service.client();
      for (int i = 1; i <= 3; i++) {
        client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-" + i, "2001-05-16", "10.00"));
      }
      client.post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "15.00"));
    }
    return database;
  }

  private static String printed(TestDatabase.Fresh database, int status, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int found =
        Verification.run(
            Stream.concat(
                    Stream.of(
                        "-datasources.default.url=" + database.url(),
                        "-datasources.default.username=" + database.username()),
                    Stream.of(more))
                .toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(found).as(text).isEqualTo(status);
    return text;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_book_holds_until_a_row_of_it_is_changed(TestDatabase kind) throws SQLException {
    TestDatabase.Fresh database = book(kind);
    assertThat(printed(database, 0))
        .contains("account auxer-to-kattosko: 4 hold", "account kattosko-to-seller: 0 hold")
        .contains("audit records of kattosko-to-seller: 0 hold", "The book holds.");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE invoice SET memo = 'paid in cash' WHERE number = 'A-2'");
    }
    assertThat(printed(database, 1))
        .contains(
            "account auxer-to-kattosko: BROKEN after 1: entry 2, or what it records, is not what its hash says")
        .contains("The book does not hold.");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_book_that_is_not_there_is_told_and_not_made(TestDatabase kind) {
    TestDatabase.Fresh none = kind.fresh();
    TestDatabase.Fresh elsewhere =
        new TestDatabase.Fresh(
            kind, none.url().replace("/ledger", "/nowhere"), none.username(), none.keys());
    assertThat(printed(elsewhere, 2)).startsWith("The book cannot be read: ");
    assertThat(printed(elsewhere, 2)).startsWith("The book cannot be read: ");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_copy_of_the_schema_alone_is_no_book(TestDatabase kind) {
    assertThat(printed(kind.fresh(), 2)).startsWith("There is no book");
  }

  @Test
  void an_embedded_book_is_not_made_however_its_place_is_written() {
    TestDatabase.Fresh none = TestDatabase.H2.fresh();
    String place = none.url().replace("jdbc:h2:file:", "jdbc:h2:").replace("/ledger;", "/none;");
    TestDatabase.Fresh elsewhere =
        new TestDatabase.Fresh(TestDatabase.H2, place, none.username(), none.keys());
    assertThat(printed(elsewhere, 2)).startsWith("The book cannot be read: ");
    assertThat(printed(elsewhere, 2)).startsWith("The book cannot be read: ");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_has_records_without_a_head_is_broken(TestDatabase kind) throws SQLException {
    TestDatabase.Fresh database = book(kind);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          kind == TestDatabase.H2
              ? "SET REFERENTIAL_INTEGRITY FALSE"
              : "SET session_replication_role = replica");
      statement.execute("DELETE FROM account_head WHERE account_id = 'auxer-to-kattosko'");
      statement.execute("DELETE FROM audit_head WHERE chain = 'kattosko-to-seller'");
    }
    assertThat(printed(database, 1))
        .contains("account auxer-to-kattosko: BROKEN after 0: it has no head")
        .contains("audit records of kattosko-to-seller: BROKEN after 0: it has no head");
  }

  @Test
  void an_environment_that_is_mistyped_names_no_book_to_read()
      throws IOException, InterruptedException {
    ProcessBuilder mistyped =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Verification.class.getName());
    mistyped.environment().put("MICRONAUT_ENVIRONMENTS", "postgresql");
    Process process = mistyped.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isEqualTo(2);
    assertThat(text).contains("The book cannot be read: ", "datasources.default.url");
  }

  @Test
  void an_agreement_that_is_not_there_is_told_as_what_cannot_be_read() {
    assertThat(printed(TestDatabase.H2.fresh(), 2, "-tradecredit.agreement.file=nowhere.yml"))
        .contains("nowhere.yml");
  }

  @Test
  void the_database_is_reached_as_the_service_reaches_it() {
    assertThat(
            printed(
                TestDatabase.POSTGRES.fresh(),
                2,
                "-datasources.default.data-source-properties.sslmode=require"))
        .contains("SSL");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_cannot_be_read_of_one_chain_leaves_the_others_told(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = book(kind);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE terms SET thresholds = 'none' WHERE account_id LIKE 'kattosko%'");
    }
    assertThat(printed(database, 1))
        .contains("account auxer-to-kattosko: 4 hold")
        .contains("account kattosko-to-seller: BROKEN after 0: it cannot be read: ")
        .contains("The book does not hold.");
  }
}
