package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;

/** What H2 keeps the embedded file in. */
final class EmbeddedStore {

  private EmbeddedStore() {}

  /**
   * The store of the connection's database; none if that is another process's, or closed, which the
   * next statement tells.
   */
  static Optional<MVStore> of(Connection connection) throws SQLException {
    try {
      return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
          ? Optional.of(session.getDatabase().getStore().getMvStore())
          : Optional.empty();
    } catch (DbException closed) {
      return Optional.empty();
    }
  }
}
