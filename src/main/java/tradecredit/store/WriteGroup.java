package tradecredit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * All writes of a batch, sent as one statement list: one round trip. Tables without rows are left
 * out; more rows than an array takes become several statements.
 */
final class WriteGroup {

  private final String account;
  private final List<Part> parts = new ArrayList<>();

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
      parts.add(
          new Part(
              statement::sql, (prepared, first) -> statement.bind(prepared, first, account, some)));
    }
    return this;
  }

  /** Adds a statement with plain parameters. */
  WriteGroup add(String sql, List<@Nullable Object> parameters) {
    parts.add(
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

  void execute(Connection connection) throws SQLException {
    StringJoiner sql = new StringJoiner(";\n");
    for (Part part : parts) {
      sql.add(part.sql().sql(connection));
    }
    try (PreparedStatement prepared = connection.prepareStatement(sql.toString())) {
      int parameter = 1;
      for (Part part : parts) {
        parameter = part.binding().bind(prepared, parameter);
      }
      prepared.execute();
    }
  }
}
