package tradecredit.http.door;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tradecredit.support.Awaiting;
import tradecredit.support.TestDatabase;

/** A table of PostgreSQL that nobody else can read for a while. */
final class LockedTable implements AutoCloseable {

  private static final String WAITING =
      "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

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
    Awaiting.until("somebody waits for the table", () -> count("SELECT COUNT(*) " + WAITING) > 0);
  }

  /** Ends the connections that wait for it. */
  void breakWaiting() {
    count("SELECT COUNT(pg_terminate_backend(pid)) " + WAITING);
  }

  private long count(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet counted = statement.executeQuery(sql)) {
      counted.next();
      return counted.getLong(1);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
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
