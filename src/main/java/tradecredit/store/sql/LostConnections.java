package tradecredit.store.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Makes the pool give up connections that no longer lead to a book. By itself the pool knows only
 * the standard's states of a lost connection, and it never looks at a connection that is always in
 * use. The next connection leads to where the book is now.
 */
public final class LostConnections implements SQLExceptionOverride {

  /**
   * H2's own: connection broken, database closed, shutting down, as when its disk was full. And
   * PostgreSQL's for a server that takes no writes: what was the primary and is a standby now. A
   * reading transaction of the service writes nothing, so it never meets that by itself.
   */
  private static final Set<String> LOST = Set.of("90067", "90098", "90121", "25006");

  /** Made by the pool, which is told the name of this class. */
  public LostConnections() {}

  // In full: within this class the short name is the pool's word for what becomes of a connection.
  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    return LOST.contains(String.valueOf(fault.getSQLState()))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
