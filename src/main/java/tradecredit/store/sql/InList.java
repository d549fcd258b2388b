package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A query over texts that are mostly a handful: each is a parameter of its own. There is a wording
 * for every power of two up to 64, and what is missing to the next one is filled up with the last
 * text, so three are asked for as {@code IN (a, b, c, c)}. More go as an array.
 *
 * <p>PostgreSQL plans such a list once for all values. An array it plans anew each time, because a
 * plan for an array of known length looks cheaper than one for any array. Planning was half of what
 * a poll cost it ({@code src/bench/README.md}).
 */
public final class InList {

  /** So many texts are parameters of their own; more go as an array. */
  public static final int MOST_LISTED = 64;

  private final String template;
  private final String ofArray;
  private final Map<Integer, String> wordings = new ConcurrentHashMap<>();

  /**
   * A query.
   *
   * @param template with <code>{list}</code> where the texts stand, before its other parameters
   */
  public InList(String template) {
    this.template = template;
    this.ofArray =
        template.replace(
            "{list}", "SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text)");
  }

  /** All rows for these texts; none where there is no text. */
  public <T> List<T> list(
      Connection connection,
      Sql.RowReader<T> reader,
      Collection<String> texts,
      @Nullable Object... others)
      throws SQLException {
    List<T> all = new ArrayList<>();
    for (List<String> some : Sql.chunks(List.copyOf(texts))) {
      List<@Nullable Object> parameters = new ArrayList<>();
      boolean listed = some.size() <= MOST_LISTED;
      if (listed) {
        parameters.addAll(parameters(some));
      } else {
        parameters.add(Sql.texts(connection, some));
      }
      Collections.addAll(parameters, others);
      String sql = listed ? sql(some.size()) : ofArray;
      all.addAll(Sql.list(connection, sql, reader, parameters.toArray()));
    }
    return all;
  }

  /** The wording for so many texts, at least one and up to {@link #MOST_LISTED}. */
  public String sql(int texts) {
    return wordings.computeIfAbsent(
        filled(texts),
        filled -> template.replace("{list}", String.join(", ", Collections.nCopies(filled, "?"))));
  }

  /**
   * The parameters of {@link #sql} for these texts, at least one and up to {@link #MOST_LISTED}.
   */
  public static List<String> parameters(List<String> texts) {
    List<String> filled = new ArrayList<>(texts);
    filled.addAll(Collections.nCopies(filled(texts.size()) - texts.size(), texts.getLast()));
    return filled;
  }

  private static int filled(int texts) {
    int below = Integer.highestOneBit(texts);
    return below == texts ? texts : 2 * below;
  }
}
