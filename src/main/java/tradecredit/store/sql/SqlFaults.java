package tradecredit.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tradecredit.platform.UnavailableException;

/**
 * Tells an outage, after which the same batch may succeed, from a fault, after which it will not.
 */
public final class SqlFaults {

  /**
   * SQLSTATE classes of an outage: 08 connection, 25 transaction state, 40 rollback (deadlock,
   * serialization), 53 resources, 55 object state (lock timeout), 57 operator intervention, 58
   * system error.
   */
  private static final Set<String> OUTAGE_CLASSES =
      Set.of("08", "25", "40", "53", "55", "57", "58");

  /**
   * H2's own: closed, opened elsewhere, connection broken, database closed, shutting down,
   * concurrent update, lock timeout.
   */
  private static final Set<String> OUTAGES_OF_H2 =
      Set.of("90007", "90020", "90067", "90098", "90121", "90131", "HYT00");

  /** On both vendors; the other states of class 23 are broken rules, which no other try cures. */
  private static final String UNIQUE_VIOLATION = "23505";

  private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*");

  private SqlFaults() {}

  /**
   * The exception to throw for {@code fault}.
   *
   * @return a {@link UnavailableException} for an outage; else an {@link IllegalStateException},
   *     which is a fault of the service
   */
  public static RuntimeException of(SQLException fault) {
    return isOutage(fault)
        ? new UnavailableException("the database is unavailable: " + told(fault), fault)
        : new IllegalStateException("the database refused a statement: " + told(fault), fault);
  }

  /**
   * What the database or its driver said, and behind it what was at the bottom of it: the pool, for
   * instance, tells that it has no connection, and only its cause why. All in one line, though
   * PostgreSQL's driver adds lines of what it happened in. Neither driver names a password.
   */
  private static String told(SQLException fault) {
    String said = String.valueOf(fault.getMessage());
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String cause = root.getMessage() == null ? root.toString() : root.getMessage();
    String told = said.contains(cause) ? said : said + ": " + cause;
    return LINE_BREAK.matcher(told).replaceAll(" ");
  }

  /**
   * The same of a write that remembers an idempotency key, where all else is locked: what somebody
   * else wrote first is that key, and whoever tries again finds it answered.
   */
  public static RuntimeException ofKeys(SQLException fault) {
    return isDuplicate(fault)
        ? new UnavailableException("the key was used at this very moment", fault)
        : of(fault);
  }

  /** The SQL fault behind {@code thrown}, if there is one. */
  static @Nullable SQLException within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** Whether somebody else wrote the same row first. */
  public static boolean isDuplicate(Throwable thrown) {
    SQLException sql = within(thrown);
    return sql != null && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  private static boolean isOutage(SQLException fault) {
    if (fault instanceof SQLTransientException
        || fault instanceof SQLRecoverableException
        || isOfFiles(fault)) {
      return true;
    }
    String state = fault.getSQLState();
    // Both drivers name a state; the pool does not, where the connection broke in use.
    return state == null
        || OUTAGES_OF_H2.contains(state)
        || (state.length() >= 2 && OUTAGE_CLASSES.contains(state.substring(0, 2)));
  }

  /**
   * Whether H2 could not read or write its file, on a full disk for instance, as 53 is PostgreSQL's
   * state of it. H2 has no state of its own for that: a commit tells it as a general error.
   */
  private static boolean isOfFiles(SQLException fault) {
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
