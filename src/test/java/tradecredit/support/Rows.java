package tradecredit.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * Rows of a database, read by nothing that the service reads them by.
 *
 * @param owner the account or agreement whose rows they are: the one parameter of each query
 */
record Rows(Connection connection, String owner) {

  /** What is done with a row. */
  @FunctionalInterface
  interface Use {
    void use(ResultSet row) throws SQLException;
  }

  void each(String sql, Use use) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, owner);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          use.use(rows);
        }
      }
    }
  }

  static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofCents(row.getLong(column));
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
