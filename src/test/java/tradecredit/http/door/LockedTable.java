package tradecredit.http.door;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import tradecredit.support.TestDatabase;

/** A table of PostgreSQL that nobody else can read for a while. */
final class LockedTable implements AutoCloseable {

  private final TestDatabase.Fresh database;
  private final Connection holder;

  LockedTable(TestDatabase.Fresh database, String table) throws SQLException {
    this.database = database;
    this.holder = database.connect();
    holder.setAutoCommit(false);
    try (Statement lock = holder.createStatement()) {
      lock.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  /** Waits until somebody waits for it. */
  void awaitWaiting() {
    database.awaitWaiting();
  }

  /** Ends the connections that wait for it. */
  void breakWaiting() {
    database.breakWaiting();
  }

  /** Lets it go. */
  void letGo() throws SQLException {
    holder.rollback();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
