package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All writes of a batch, sent as one statement list: one round trip. Tables without rows are left
 * out; more rows than an array takes become several statements.
 *
 * <p>PostgreSQL is sent all that is inserted and updated as one statement, before what is merged:
 * {@code WITH w0 AS (INSERT ...), w1 AS (INSERT ...) UPDATE ...}. To begin and end a statement
 * costs it as much as to insert a row.
 *
 * <p>A group that {@link #dependsOn} an update writes all or nothing in one statement, too: {@code
 * WITH moved AS (UPDATE ... RETURNING ...), w0 AS (INSERT ... SELECT ... FROM moved) INSERT ...
 * SELECT ... FROM moved}. The update comes first, since every other part asks for what it answers.
 */
public final class WriteGroup {

  private final String account;
  private final List<Part> chained = new ArrayList<>();
  private final List<Part> merged = new ArrayList<>();
  private @Nullable Part condition;
  private boolean commits;

  /**
   * An empty group.
   *
   * @param account whose rows they are: the first parameter of each {@link RowsStatement}
   */
  public WriteGroup(String account) {
    this.account = account;
  }

  /**
   * A statement, and how its parameters are bound from {@code first} on; returns the next free one.
   */
  private record Part(Wording sql, String sqlIfMoved, Binding binding) {}

  @FunctionalInterface
  private interface Wording {
    String sql(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Binding {
    int bind(PreparedStatement statement, int first) throws SQLException;
  }

  /** Adds rows; no statement where there are none. */
  public <R> WriteGroup add(RowsStatement<R> statement, Collection<R> rows) {
    for (List<R> some : Sql.chunks(List.copyOf(rows))) {
      boolean inserts = statement.inserts();
      (inserts ? chained : merged)
          .add(
              new Part(
                  connection -> statement.sql(connection, some.size()),
                  inserts ? statement.sqlIfMoved(some.size()) : "",
                  (prepared, first) -> statement.bind(prepared, first, account, some)));
    }
    return this;
  }

  /** Adds an {@code UPDATE} with plain parameters. */
  public WriteGroup add(String sql, List<@Nullable Object> parameters) {
    chained.add(update(sql, parameters));
    return this;
  }

  /**
   * Nothing of what was added is written unless this {@code UPDATE} with plain parameters finds its
   * row. Only for PostgreSQL.
   *
   * @throws IllegalStateException if the group does not insert, or does more than that
   */
  public WriteGroup dependsOn(String sql, List<@Nullable Object> parameters) {
    if (chained.isEmpty() || !merged.isEmpty()) {
      throw new IllegalStateException("only rows that are inserted can depend on an update");
    }
    condition = update(sql, parameters);
    return this;
  }

  /** Whether it inserts and does nothing else. */
  public boolean onlyInserts() {
    return !chained.isEmpty() && merged.isEmpty();
  }

  private static Part update(String sql, List<@Nullable Object> parameters) {
    return new Part(
        anywhere -> sql,
        sql,
        (prepared, first) -> {
          for (int i = 0; i < parameters.size(); i++) {
            prepared.setObject(first + i, parameters.get(i));
          }
          return first + parameters.size();
        });
  }

  /** The transaction ends with this group. */
  public WriteGroup thenCommit() {
    commits = true;
    return this;
  }

  /**
   * Writes all.
   *
   * @return false where what it {@link #dependsOn} found no row, and nothing was written: the last
   *     part inserts a row at least, if anything does
   */
  public boolean execute(Connection connection) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql(connection))) {
      int parameter = condition == null ? 1 : condition.binding().bind(prepared, 1);
      for (Part part : Stream.concat(chained.stream(), merged.stream()).toList()) {
        parameter = part.binding().bind(prepared, parameter);
      }
      prepared.execute();
      return condition == null || prepared.getUpdateCount() > 0;
    }
  }

  private String sql(Connection connection) throws SQLException {
    StringJoiner all = new StringJoiner(";\n");
    if (condition != null) {
      all.add(conditional(condition));
    } else if (Sql.isPostgres(connection) && !chained.isEmpty()) {
      all.add(chain(connection));
    } else {
      for (Part part : chained) {
        all.add(part.sql().sql(connection));
      }
    }
    for (Part part : merged) {
      all.add(part.sql().sql(connection));
    }
    return commits ? all.add("COMMIT").toString() : all.toString();
  }

  private String chain(Connection connection) throws SQLException {
    StringBuilder chain = new StringBuilder();
    int last = chained.size() - 1;
    for (int i = 0; i < last; i++) {
      chain.append(i == 0 ? "WITH w" : ", w").append(i).append(" AS (");
      chain.append(chained.get(i).sql().sql(connection)).append(")\n");
    }
    return chain.append(chained.get(last).sql().sql(connection)).toString();
  }

  private String conditional(Part update) {
    StringBuilder chain = new StringBuilder("WITH ").append(RowsStatement.MOVED).append(" AS (");
    chain.append(update.sqlIfMoved()).append(" RETURNING account_id)\n");
    int last = chained.size() - 1;
    for (int i = 0; i < last; i++) {
      chain.append(", w").append(i).append(" AS (");
      chain.append(chained.get(i).sqlIfMoved()).append(")\n");
    }
    return chain.append(chained.get(last).sqlIfMoved()).toString();
  }
}
