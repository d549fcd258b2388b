package tradecredit.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementFile;
import tradecredit.store.verification.BookVerification;

/** The service's own proof of a book. */
public final class Proof {

  /** The agreement as it is shipped. */
  static final Path SHIPPED = Path.of("config", "agreement.yml");

  private Proof() {}

  /** What does not hold of one that was opened by the shipped agreement, each with its chain. */
  public static List<String> faults(Connection connection) throws SQLException {
    return faults(connection, SHIPPED);
  }

  /** The same of one that was opened by another file. */
  static List<String> faults(Connection connection, Path file) throws SQLException {
    return BookVerification.of(connection, agreement(file)).stream()
        .filter(finding -> finding.fault() != null)
        .map(finding -> finding.chain() + ": " + finding.fault())
        .toList();
  }

  private static Agreement agreement(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return AgreementFile.read(file.toString(), text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
