package tradecredit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import tradecredit.agreement.Agreement;
import tradecredit.store.verification.BookVerification;

/**
 * Proves the configured book, as an auditor would: every hash chain is walked from its first record
 * to its head, and what no hash covers is held against what it follows from. What that is, and what
 * is not proved, says {@link BookVerification}. It reads and changes nothing, so it also tells
 * whether a restored copy is whole.
 *
 * <pre>{@code java -cp trade-credit-ledger.jar tradecredit.Verification}
 * </pre>
 *
 * <p>It is told by the same variables as the service which database that is, and finds the same
 * agreement file, which says on what terms the book was opened. PostgreSQL is read in one
 * transaction, while postings go on; the embedded book only while no service has it open. Ends with
 * 0 where everything holds, with 1 where something does not, which is printed, and with 2 where the
 * book, or the agreement, cannot be read.
 */
public final class Verification {

  private static final int HOLDS = 0;
  private static final int BROKEN = 1;
  private static final int UNREADABLE = 2;
  private static final String DATASOURCE = "datasources.default.";

  /** The one property of the data source that is for postings and polls alone. */
  private static final String READ_TIMEOUT = "socketTimeout";

  private Verification() {}

  /** Verifies once and ends the process. */
  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  /** Verifies once, and returns what the process is to end with. */
  static int run(String[] args, PrintStream out) {
    List<BookVerification.Finding> findings;
    try (ApplicationContext context =
            ApplicationContext.builder()
                .mainClass(Application.class)
                .deduceEnvironment(false)
                .defaultEnvironments("h2")
                .args(args)
                .build();
        Environment environment = context.getEnvironment().start();
        Connection connection = connect(environment)) {
      findings = BookVerification.of(connection, agreement(environment));
    } catch (SQLException | RuntimeException fault) {
      out.println("The book cannot be read: " + fault.getMessage());
      return UNREADABLE;
    } catch (OutOfMemoryError | LinkageError fault) {
      // Else the process would end with 1, which says that the book does not hold.
      out.println("The book cannot be read: " + fault);
      return UNREADABLE;
    }
    if (findings.isEmpty()) {
      out.println("There is no book: the database has neither heads nor records.");
      return UNREADABLE;
    }
    return tell(findings, out);
  }

  private static Agreement agreement(Environment environment) {
    return new AgreementSource()
        .agreement(
            environment.getProperty("tradecredit.agreement.file", String.class).orElse(null));
  }

  private static int tell(List<BookVerification.Finding> findings, PrintStream out) {
    boolean holds = true;
    for (BookVerification.Finding finding : findings) {
      String fault = finding.fault();
      holds &= fault == null;
      out.println(
          fault == null
              ? "%s: %d hold".formatted(finding.chain(), finding.records())
              : "%s: BROKEN after %d: %s".formatted(finding.chain(), finding.records(), fault));
    }
    out.println(holds ? "The book holds." : "The book does not hold.");
    return holds ? HOLDS : BROKEN;
  }

  private static Connection connect(Environment environment) throws SQLException {
    String url = environment.getRequiredProperty(DATASOURCE + "url", String.class);
    Properties properties = new Properties();
    environment
        .getProperties(DATASOURCE + "data-source-properties", StringConvention.RAW)
        .forEach((name, value) -> properties.setProperty(name, value.toString()));
    properties.remove(READ_TIMEOUT);
    properties.setProperty("user", text(environment, "username"));
    properties.setProperty("password", text(environment, "password"));
    Connection connection =
        DriverManager.getConnection(
            isEmbedded(url) ? url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE" : url, properties);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  /** Whether this process itself would open the file, and make it where there is none. */
  private static boolean isEmbedded(String url) {
    return url.startsWith("jdbc:h2:")
        && Stream.of("mem:", "tcp:", "ssl:")
            .noneMatch(remote -> url.startsWith(remote, "jdbc:h2:".length()));
  }

  private static String text(Environment environment, String name) {
    return environment.getProperty(DATASOURCE + name, String.class).orElse("");
  }
}
