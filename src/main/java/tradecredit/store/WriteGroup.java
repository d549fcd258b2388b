package tradecredit.store;

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
 */
final class WriteGroup {

  private final String account;
  private final List<Part> chained = new ArrayList<>();
  private final List<Part> merged = new ArrayList<>();
  private boolean commits;

  WriteGroup(String account) {
    this.account = account;
  }

  /**
   * A statement, and how its parameters are bound from {@code first} on; returns the next free one.
   */
  private record Part(Wording sql, Binding binding) {}

  @FunctionalInterface
  private interface Wording {
    String sql(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Binding {
    int bind(PreparedStatement statement, int first) throws SQLException;
  }

  <R> WriteGroup add(RowsStatement<R> statement, Collection<R> rows) {
    for (List<R> some : Sql.chunks(List.copyOf(rows))) {
      (statement.inserts() ? chained : merged)
          .add(
              new Part(
                  connection -> statement.sql(connection, some.size()),
                  (prepared, first) -> statement.bind(prepared, first, account, some)));
    }
    return this;
  }

  /** Adds an {@code UPDATE} with plain parameters. */
  WriteGroup add(String sql, List<@Nullable Object> parameters) {
    chained.add(
        new Part(
            anywhere -> sql,
            (prepared, first) -> {
              for (int i = 0; i < parameters.size(); i++) {
                prepared.setObject(first + i, parameters.get(i));
              }
              return first + parameters.size();
            }));
    return this;
  }

  /** The transaction ends with this group. */
  WriteGroup thenCommit() {
    commits = true;
    return this;
  }

  void execute(Connection connection) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql(connection))) {
      int parameter = 1;
      for (Part part : Stream.concat(chained.stream(), merged.stream()).toList()) {
        parameter = part.binding().bind(prepared, parameter);
      }
      prepared.execute();
    }
  }

  private String sql(Connection connection) throws SQLException {
    StringJoiner all = new StringJoiner(";\n");
    if (Sql.isPostgres(connection) && !chained.isEmpty()) {
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
}
