package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the things that an entry has several of, in their order: an invoice's lines, say.
 *
 * <p>They are read in no order, and put into it here. Where a join with an array has an {@code
 * ORDER BY}, H2 thinks of each seek in the joined table as of a sort of a tenth of it, and with
 * some 300,000 rows would rather read all of an account's than seek 200 of them: a page of invoices
 * took 6.5 seconds.
 *
 * @param owner the entry's number
 * @param place where it stands among that entry's
 */
public record Placed<T>(long owner, int place, T item) {

  /**
   * The things of some entries, in order; nothing for those that have none.
   *
   * @param sql without an {@code ORDER BY}; takes an array of numbers, and the account
   */
  public static <T> Map<Long, List<T>> byOwner(
      Connection connection,
      String sql,
      Sql.RowReader<Placed<T>> reader,
      List<Long> owners,
      String account)
      throws SQLException {
    List<Placed<T>> rows =
        new ArrayList<>(Sql.listByNumbers(connection, sql, reader, owners, account));
    rows.sort(Comparator.comparingInt(Placed::place));
    Map<Long, List<T>> all = new HashMap<>();
    for (Placed<T> row : rows) {
      all.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row.item());
    }
    return all;
  }
}
