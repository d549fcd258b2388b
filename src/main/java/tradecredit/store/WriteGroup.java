package tradecredit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All writes of a batch, sent as one statement list: one round trip. Tables without rows are left
 * out; more rows than an array takes become several statements.
 */
final class WriteGroup {

  private final String account;
  private final List<Part<?>> parts = new ArrayList<>();

  WriteGroup(String account) {
    this.account = account;
  }

  private record Part<R>(RowsStatement<R> statement, Collection<R> rows) {

    int bind(PreparedStatement prepared, int first, String account) throws SQLException {
      return statement.bind(prepared, first, account, rows);
    }
  }

  <R> WriteGroup add(RowsStatement<R> statement, Collection<R> rows) {
    for (List<R> part : Sql.chunks(List.copyOf(rows))) {
      parts.add(new Part<>(statement, part));
    }
    return this;
  }

  void execute(Connection connection) throws SQLException {
    if (parts.isEmpty()) {
      return;
    }
    String sql =
        parts.stream().map(part -> part.statement().sql()).collect(Collectors.joining(";\n"));
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Part<?> part : parts) {
        parameter = part.bind(prepared, parameter, account);
      }
      prepared.execute();
    }
  }
}
