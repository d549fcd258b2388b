package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries that are known beforehand, in order, each a statement of its own: what the first locks,
 * the later ones see as it is then. PostgreSQL is sent all of them at once and answers in one round
 * trip; H2, which answers only the first of several, is asked one by one, without a network
 * between.
 *
 * <p>PostgreSQL is asked one by one, too, where the questions are long: it answers the first while
 * the driver still sends the last, and each might end up waiting for the other to read. For a long
 * batch the round trips do not matter.
 */
public final class ReadGroup {

  /** So many keys and numbers are sent at once, some 50 bytes each: less than a socket buffers. */
  private static final int MOST_TOGETHER = 500;

  private static final String SEEK =
      """
      , set_config('plan_cache_mode', 'force_generic_plan', TRUE), set_config('enable_seqscan', 'off', TRUE),
        set_config('enable_hashjoin', 'off', TRUE), set_config('enable_mergejoin', 'off', TRUE)""";

  private final Connection connection;
  private final boolean together;
  private int elements;
  private final List<Found<?>> asked = new ArrayList<>();

  /**
   * For one reading.
   *
   * @param together whether the database answers several statements at once
   */
  public ReadGroup(Connection connection, boolean together) {
    this.connection = connection;
    this.together = together;
  }

  /** What a query answers, once the group is read. */
  public static final class Found<T> {

    private final String sql;
    private final Sql.RowReader<T> reader;
    private final @Nullable Object[] parameters;
    private final List<T> rows = new ArrayList<>();

    private Found(String sql, Sql.RowReader<T> reader, @Nullable Object... parameters) {
      this.sql = sql;
      this.reader = reader;
      this.parameters = parameters;
    }

    private int bind(PreparedStatement statement, int first) throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(first + i, parameters[i]);
      }
      return first + parameters.length;
    }

    private void read(ResultSet result) throws SQLException {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }

    /** All rows; none before the group is read. */
    public List<T> rows() {
      return rows;
    }

    /**
     * The one row.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public T one() {
      if (rows.size() != 1) {
        throw new IllegalStateException("one row expected, found " + rows.size() + ": " + sql);
      }
      return rows.getFirst();
    }
  }

  /**
   * Goes into the select list of one question; what is asked and written after it, until the
   * transaction ends, PostgreSQL seeks key by key in an index, and plans once for all values. By
   * itself it plans small batches anew each time, because it takes such a plan for the cheaper one
   * ({@code src/bench/README.md} says what that costs), and as long as it knows little of a young
   * book it reads all of an account to find a few keys. Empty for H2.
   */
  public String seeking() {
    return together ? SEEK : "";
  }

  /** The connection that is asked; some parameters are made by it. */
  public Connection connection() {
    return connection;
  }

  /** Adds a query. */
  public <T> Found<T> ask(String sql, Sql.RowReader<T> reader, @Nullable Object... parameters) {
    Found<T> answer = new Found<>(sql, reader, parameters);
    asked.add(answer);
    return answer;
  }

  /** Adds a query over texts, its first parameter, once for as many as an array takes. */
  public <T> List<Found<T>> askByTexts(
      String sql, Sql.RowReader<T> reader, List<String> keys, String account) throws SQLException {
    List<Found<T>> answers = new ArrayList<>();
    holds(keys.size());
    for (List<String> some : Sql.chunks(keys)) {
      answers.add(ask(sql, reader, Sql.texts(connection, some), account));
    }
    return answers;
  }

  /** Says that the next question has so many elements. */
  public void holds(int count) {
    elements += count;
  }

  /** Asks everything that was added. */
  public void read() throws SQLException {
    if (together && elements <= MOST_TOGETHER) {
      readTogether();
      return;
    }
    for (Found<?> answer : asked) {
      try (PreparedStatement statement = connection.prepareStatement(answer.sql)) {
        answer.bind(statement, 1);
        try (ResultSet result = statement.executeQuery()) {
          answer.read(result);
        }
      }
    }
  }

  private void readTogether() throws SQLException {
    String sql = asked.stream().map(answer -> answer.sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Found<?> answer : asked) {
        parameter = answer.bind(statement, parameter);
      }
      boolean hasResult = statement.execute();
      for (Found<?> answer : asked) {
        if (!hasResult) {
          throw new IllegalStateException("no result: " + answer.sql);
        }
        try (ResultSet result = statement.getResultSet()) {
          answer.read(result);
        }
        hasResult = statement.getMoreResults();
      }
    }
  }
}
