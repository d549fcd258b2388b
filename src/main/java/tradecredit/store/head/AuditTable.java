package tradecredit.store.head;

import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditRecord;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.Later;
import tradecredit.ledger.Netstrings;
import tradecredit.platform.Digests;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.WriteGroup;

/**
 * The audit records' chains. The hash of a record is the SHA-256, in lower-case hexadecimal, of the
 * previous record's hash (64 digits; zeros before the first) followed by these fields as {@link
 * Netstrings} in UTF-8: chain, sequence, recorded at (ISO 8601, UTC), party, principal, action,
 * object, outcome, concerns, request id, detail. The last hash of a chain stands in its head.
 */
public final class AuditTable {

  private AuditTable() {}

  private static final String NEW_HEAD =
      """
      INSERT INTO audit_head (chain, last_sequence, last_hash, recorded_at)
      SELECT ?, 0, ?, instant FROM database_clock""";

  private static final String HEAD =
      "SELECT last_sequence, last_hash, recorded_at FROM audit_head WHERE chain = ?";

  private static final String LOCK = HEAD + " FOR UPDATE";

  private static final String NOW = "SELECT instant FROM database_clock";

  private static final String MOVE_HEAD =
      "UPDATE audit_head SET last_sequence = ?, last_hash = ?, recorded_at = ? WHERE chain = ?";

  /** All of {@code audit_record}, for {@link #read}. */
  public static final String COLUMNS =
      """
      chain, sequence, recorded_at, party, principal, action, object, outcome, concerns, request_id, detail,
        previous_hash, hash""";

  private static final RowsStatement<AuditRecord> RECORDS =
      RowsStatement.insert(
          "audit_record",
          "chain",
          number("sequence", AuditRecord::sequence),
          instant("recorded_at", AuditRecord::recordedAt),
          text("party", record -> record.event().party()),
          text("principal", record -> record.event().principal()),
          text("action", record -> record.event().action()),
          text("object", record -> record.event().object()),
          text("outcome", record -> record.event().outcome().wireName()),
          text("concerns", record -> record.event().concerns()),
          text("request_id", record -> record.event().requestId()),
          text("detail", record -> record.event().detail()),
          text("previous_hash", AuditRecord::previousHash),
          text("hash", AuditRecord::hash));

  private record Head(long sequence, String hash, Instant recordedAt) {}

  /** The chain of what concerns an account; what concerns none is in the chain of the rest. */
  public static String chainOf(@Nullable AccountId account) {
    return account == null ? AuditTrail.REST : account.value();
  }

  /** Begins a chain that has not begun. */
  static void open(Connection connection, String chain) throws SQLException {
    if (Sql.list(connection, HEAD, row -> row.getLong(1), chain).isEmpty()) {
      Sql.update(connection, NEW_HEAD, chain, EntryChain.GENESIS);
    }
  }

  /** Takes the lock of a chain until the transaction ends. */
  public static void lock(Connection connection, String chain) throws SQLException {
    lockedHead(connection, chain);
  }

  private static Head lockedHead(Connection connection, String chain) throws SQLException {
    return Sql.one(
        connection,
        LOCK,
        row ->
            new Head(
                row.getLong("last_sequence"),
                row.getString("last_hash"),
                Sql.instant(row, "recorded_at")),
        chain);
  }

  /**
   * Appends events of one chain, in order, under its lock, which is held until the transaction
   * ends.
   *
   * @param connection in a transaction
   */
  public static void append(Connection connection, String chain, List<AuditEvent> events)
      throws SQLException {
    Head head = lockedHead(connection, chain);
    Instant now = Sql.one(connection, NOW, row -> Sql.instant(row, "instant"));
    List<AuditRecord> records = new ArrayList<>(events.size());
    for (AuditEvent event : events) {
      Instant at = Later.than(head.recordedAt(), now);
      AuditRecord sealed = sealed(chain, head, at, event);
      records.add(sealed);
      head = new Head(sealed.sequence(), sealed.hash(), at);
    }
    new WriteGroup(chain)
        .add(RECORDS, records)
        .add(
            MOVE_HEAD,
            List.of(
                head.sequence(), head.hash(), head.recordedAt().atOffset(ZoneOffset.UTC), chain))
        .execute(connection);
  }

  private static AuditRecord sealed(String chain, Head before, Instant at, AuditEvent event) {
    long sequence = before.sequence() + 1;
    return new AuditRecord(
        sequence, at, event, before.hash(), hash(chain, before.hash(), sequence, at, event));
  }

  private static String hash(
      String chain, String previousHash, long sequence, Instant at, AuditEvent event) {
    String fields =
        new Netstrings()
            .add(chain)
            .add(sequence)
            .add(at.toString())
            .add(event.party())
            .add(event.principal())
            .add(event.action())
            .add(event.object())
            .add(event.outcome().wireName())
            .add(event.concerns())
            .add(event.requestId())
            .add(event.detail())
            .toString();
    return Digests.sha256Hex(previousHash + fields);
  }

  /**
   * Whether a record is the next one of its chain and is what its hash says.
   *
   * @param sequence of the record before it, 0 before the first
   * @param previousHash that record's hash, zeros before the first
   */
  public static boolean follows(
      String chain, long sequence, String previousHash, AuditRecord record) {
    return record.sequence() == sequence + 1
        && record.previousHash().equals(previousHash)
        && record
            .hash()
            .equals(
                hash(chain, previousHash, record.sequence(), record.recordedAt(), record.event()));
  }

  /** The record of a row with all columns of {@code audit_record}. */
  public static AuditRecord read(ResultSet row) throws SQLException {
    String chain = row.getString("chain");
    AuditEvent event =
        new AuditEvent(
            chain.equals(AuditTrail.REST) ? null : new AccountId(chain),
            row.getString("party"),
            row.getString("principal"),
            row.getString("action"),
            row.getString("object"),
            AuditEvent.Outcome.of(row.getString("outcome")),
            row.getString("concerns"),
            row.getString("request_id"),
            row.getString("detail"));
    return new AuditRecord(
        row.getLong("sequence"),
        Sql.instant(row, "recorded_at"),
        event,
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
