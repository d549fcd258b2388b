package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementId;
import tradecredit.store.sql.Sql;

/**
 * Proves a book from its rows: walks the hash chain of each account, of the promissory note and of
 * the audit records from the first record to the head, computes every hash anew from what lies in
 * the tables, and holds what no hash covers against what it follows from: heads, rollups, terms,
 * decisions, events, standing and breaches (see {@link RecordsVerification} and {@link Rollups}),
 * and what the two halves of a set-off say of each other (see {@link SetOffVerification}). So a row
 * of those that was changed, taken out or cut off is found, whoever did it, unless they rewrote the
 * whole chain and all that follows from it: whoever keeps a head's hash elsewhere finds that, too.
 * It reads, and writes nothing; what is in memory at a time is a page of each table, and sums by
 * day.
 *
 * <p>Not proved, since it stands in one row alone: what a refusal was asked for, by whom, and why
 * it was refused; what a posting that moves nothing asked for; the instants of refusals and days'
 * ends within those around them; which invoices fell past due, beyond their dates and sums; how far
 * the business date has moved since it last changed anything; how cards of a dispute are found by
 * their numbers. Nor are keys, idempotency records, webhooks, the note's decisions, the business
 * date and who owes whom, which the agreement says.
 *
 * <p>All is read by the connection that is given: where postings go on meanwhile, that must be one
 * {@code REPEATABLE READ} transaction.
 */
public final class BookVerification {

  /** Heads, and what has records without one: in a book restored in part, they have none. */
  private static final String ACCOUNTS =
      """
      SELECT account_id FROM account_head UNION SELECT account_id FROM entry
      UNION SELECT account_id FROM decision ORDER BY 1""";

  private static final String NOTES =
      "SELECT agreement_id FROM note_head UNION SELECT agreement_id FROM note_entry ORDER BY 1";

  private static final String AUDITS =
      """
      SELECT chain FROM audit_head UNION SELECT chain FROM audit_record
      UNION SELECT account_id FROM account_head UNION SELECT '%s' FROM account_head ORDER BY 1"""
          .formatted(AuditTrail.REST);

  private BookVerification() {}

  /**
   * What was found of one chain, or between two.
   *
   * @param chain what it is the chain of, in words
   * @param records how many records hold, from the first on
   * @param fault the first thing that does not hold; null where all does
   */
  public record Finding(String chain, long records, @Nullable String fault) {}

  /**
   * Walks all chains of the book.
   *
   * @param connection to a book of this version
   * @param agreement which says on what terms the accounts were opened
   * @return a finding of each chain: accounts, notes, audit records, and of what the accounts'
   *     chains say of each other; none where there is no book
   * @throws SQLException if the book cannot be read
   */
  public static List<Finding> of(Connection connection, Agreement agreement) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    List<String> accounts = names(connection, ACCOUNTS);
    for (String account : accounts) {
      findings.add(
          finding(
              new Chain("account ", "account_head", "account_id", account),
              connection,
              () ->
                  new AccountVerification(connection, new AccountId(account), agreement)
                      .finding()));
    }
    if (!accounts.isEmpty()) {
      findings.add(SetOffVerification.finding(connection));
    }
    for (String note : names(connection, NOTES)) {
      findings.add(
          finding(
              new Chain("promissory note of ", "note_head", "agreement_id", note),
              connection,
              () -> NoteVerification.finding(connection, new AgreementId(note))));
    }
    for (String chain : names(connection, AUDITS)) {
      findings.add(
          finding(
              new Chain("audit records of ", "audit_head", "chain", chain),
              connection,
              () -> AuditVerification.finding(connection, chain)));
    }
    return findings;
  }

  /** A chain, and where its head is. */
  private record Chain(String kind, String table, String key, String name) {}

  /** Walks one chain. */
  @FunctionalInterface
  private interface Walk {
    Finding finding() throws SQLException;
  }

  /**
   * A row that cannot be read as what it should be is a fault of its chain; the other chains are
   * still walked.
   */
  private static Finding finding(Chain chain, Connection connection, Walk walk)
      throws SQLException {
    String heads = "SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(chain.table(), chain.key());
    if (Sql.one(connection, heads, row -> row.getLong(1), chain.name()) == 0) {
      return new Finding(chain.kind() + chain.name(), 0, "it has no head");
    }
    try {
      return walk.finding();
    } catch (RuntimeException unreadable) {
      return new Finding(
          chain.kind() + chain.name(), 0, "it cannot be read: " + unreadable.getMessage());
    }
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getString(1));
  }
}
