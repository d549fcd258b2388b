package tradecredit.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import tradecredit.access.AuditTrail;

/** An account's head that somebody else holds on PostgreSQL, as another replica's batch does. */
public final class HeldAccount implements AutoCloseable {

  private final Connection holder;
  private final TestDatabase.Fresh database;

  /** Locks the head until this is closed. */
  public HeldAccount(TestDatabase.Fresh database, String account) throws SQLException {
    this(database, "SELECT 1 FROM account_head WHERE account_id = ? FOR UPDATE", account);
  }

  /** Locks the head of the audit chain of what concerns no account, in the same way. */
  public static HeldAccount none(TestDatabase.Fresh database) throws SQLException {
    return new HeldAccount(
        database, "SELECT 1 FROM audit_head WHERE chain = ? FOR UPDATE", AuditTrail.REST);
  }

  private HeldAccount(TestDatabase.Fresh database, String query, String key) throws SQLException {
    this.database = database;
    this.holder = database.connect();
    holder.setAutoCommit(false);
    try (PreparedStatement lock = holder.prepareStatement(query)) {
      lock.setString(1, key);
      lock.execute();
    }
  }

  /** Waits until somebody waits for it. */
  public void awaitWaiting() {
    database.awaitWaiting();
  }

  /** Lets it go. */
  public void letGo() throws SQLException {
    holder.rollback();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
