package tradecredit.bench;

import java.sql.SQLException;
import tradecredit.bench.Invoices.Account;

/** Rows of postings put into tables, nothing decided: the least that many postings can cost. */
interface BareInsert extends AutoCloseable {

  /** Inserts so many postings in one transaction; how many a second. */
  double insert(Account account, int size) throws SQLException;

  @Override
  void close() throws SQLException;
}
