package tradecredit.bench;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * The rows alone of what the service posts, on one account, so many postings a transaction: what
 * its database would cost it were there nothing else to do.
 */
final class SameRowsPoster implements Poster {

  private final SameRows rows;
  private final Account account;
  private final int size;

  SameRowsPoster(Database database, Account account, AtomicLong numbers, int size)
      throws SQLException {
    rows = new SameRows(database, numbers, true);
    this.account = account;
    this.size = size;
  }

  @Override
  public int post() throws SQLException {
    rows.insert(account, size);
    return size;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
