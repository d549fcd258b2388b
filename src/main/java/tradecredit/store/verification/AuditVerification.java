package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tradecredit.access.AuditRecord;
import tradecredit.ledger.EntryChain;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.Sql;

/** Walks a chain of audit records, as {@link AccountVerification} walks an account's entries. */
final class AuditVerification {

  private static final String HEAD =
      "SELECT last_sequence, last_hash FROM audit_head WHERE chain = ?";

  private static final String PAGE =
      """
      SELECT %s FROM audit_record WHERE chain = ? AND sequence > ? ORDER BY sequence LIMIT 1000"""
          .formatted(AuditTable.COLUMNS);

  private AuditVerification() {}

  /** How far a chain holds, or where it says that it ends. */
  private record End(long sequence, String hash) {}

  /** Walks a chain from its first record to its head; see {@link BookVerification}. */
  static BookVerification.Finding finding(Connection connection, String chain) throws SQLException {
    String name = "audit records of " + chain;
    End held = new End(0, EntryChain.GENESIS);
    for (List<AuditRecord> page = page(connection, chain, held);
        !page.isEmpty();
        page = page(connection, chain, held)) {
      for (AuditRecord record : page) {
        if (!AuditTable.follows(chain, held.sequence(), held.hash(), record)) {
          return new BookVerification.Finding(
              name,
              held.sequence(),
              "record %d is missing or is not what its hash says".formatted(held.sequence() + 1));
        }
        held = new End(record.sequence(), record.hash());
      }
    }
    End head =
        Sql.one(
            connection,
            HEAD,
            row -> new End(row.getLong("last_sequence"), row.getString("last_hash")),
            chain);
    return new BookVerification.Finding(
        name,
        held.sequence(),
        head.equals(held)
            ? null
            : "the head is at record %d; the records end at %d"
                .formatted(head.sequence(), held.sequence()));
  }

  private static List<AuditRecord> page(Connection connection, String chain, End held)
      throws SQLException {
    return Sql.list(connection, PAGE, AuditTable::read, chain, held.sequence());
  }
}
