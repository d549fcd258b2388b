package tradecredit.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tradecredit.store.verification.BookVerification;

/** The service's own proof of a book. */
public final class Proof {

  private Proof() {}

  /** What does not hold of one that was opened by the shipped agreement, each with its chain. */
  public static List<String> faults(Connection connection) throws SQLException {
    return faults(connection, ShippedAgreement.FILE);
  }

  /** The same of one that was opened by another file. */
  static List<String> faults(Connection connection, Path file) throws SQLException {
    return BookVerification.of(connection, ShippedAgreement.read(file)).stream()
        .filter(finding -> finding.fault() != null)
        .map(finding -> finding.chain() + ": " + finding.fault())
        .toList();
  }
}
