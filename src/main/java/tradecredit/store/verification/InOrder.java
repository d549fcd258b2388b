package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tradecredit.store.sql.Sql;

/**
 * Rows of an account that are numbered 1, 2, 3 ... without gaps, in that order, a page in memory at
 * a time. Used by one thread, to walk several tables side by side.
 */
final class InOrder<T> {

  private static final int PAGE = 500;

  private final Connection connection;
  private final String account;
  private final Source<T> source;
  private final Deque<T> page = new ArrayDeque<>();
  private long taken;

  /**
   * Where they are.
   *
   * @param name what one of them is, in words
   * @param sql by account, the number after which, and how many, in the order of the numbers
   */
  record Source<T>(String name, String sql, Sql.RowReader<T> reader, ToLongFunction<T> number) {}

  InOrder(Connection connection, String account, Source<T> source) {
    this.connection = connection;
    this.account = account;
    this.source = source;
  }

  /** How many were taken. */
  long taken() {
    return taken;
  }

  /** The next one, which stays; null after the last. */
  @Nullable T peek() throws SQLException {
    if (page.isEmpty()) {
      page.addAll(Sql.list(connection, source.sql(), source.reader(), account, taken, PAGE));
    }
    return page.peekFirst();
  }

  /**
   * Takes the next one.
   *
   * @throws BrokenBookException if it is missing
   */
  T next() throws SQLException {
    T next = peek();
    if (next == null || source.number().applyAsLong(next) != taken + 1) {
      throw new BrokenBookException("%s %d is missing".formatted(source.name(), taken + 1));
    }
    page.removeFirst();
    taken++;
    return next;
  }

  /**
   * Makes sure that all were taken.
   *
   * @throws BrokenBookException if there are more
   */
  void end() throws SQLException {
    T more = peek();
    BrokenBookException.unless(
        more == null,
        () ->
            "%s %d follows from nothing: %s"
                .formatted(source.name(), taken + 1, String.valueOf(more)));
  }
}
