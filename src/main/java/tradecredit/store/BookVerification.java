package tradecredit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.AgreementId;

/**
 * Proves a book from its rows: walks the hash chain of each account, of the promissory note and of
 * the audit records from the first record to the head, computes every hash anew from what lies in
 * the tables, and adds up the balances and rollups that are told without walking anything. So a row
 * that was changed, taken out or cut off is found, whoever did it. It reads, and writes nothing;
 * what is in memory at a time is a page of entries with what belongs to them.
 *
 * <p>All is read by the connection that is given: where postings go on meanwhile, that must be one
 * {@code REPEATABLE READ} transaction.
 */
public final class BookVerification {

  private static final String ACCOUNTS = "SELECT account_id FROM account_head ORDER BY account_id";
  private static final String NOTES = "SELECT agreement_id FROM note_head ORDER BY agreement_id";
  private static final String AUDITS = "SELECT chain FROM audit_head ORDER BY chain";

  private BookVerification() {}

  /**
   * What was found of one chain.
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
   * @return a finding of each chain: accounts, notes, audit records
   * @throws SQLException if the book cannot be read
   */
  public static List<Finding> of(Connection connection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (String account : names(connection, ACCOUNTS)) {
      findings.add(new AccountVerification(connection, new AccountId(account)).finding());
    }
    for (String agreement : names(connection, NOTES)) {
      findings.add(NoteVerification.finding(connection, new AgreementId(agreement)));
    }
    for (String chain : names(connection, AUDITS)) {
      findings.add(AuditTable.finding(connection, chain));
    }
    return findings;
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getString(1));
  }
}
