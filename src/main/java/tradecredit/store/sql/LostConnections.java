package tradecredit.store.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool give up connections whose embedded database was closed beneath them, as H2 closes it
 * when its disk is full. The pool knows the standard's states of a lost connection, and H2 has its
 * own; and a connection that is in use all the time is not looked at, so that a busy service would
 * never open the database again. H2 opens it with the next connection.
 */
public final class LostConnections implements SQLExceptionOverride {

  /** H2's own: connection broken, database closed, shutting down. */
  private static final Set<String> LOST = Set.of("90067", "90098", "90121");

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
