package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A database of its own on the run's PostgreSQL, for one book. */
final class Database {

  private final String url;
  private final Path keys = Folders.temporary("keys");

  Database(String url) throws IOException {
    this.url = url;
  }

  /** Where the first service on it writes the keys that all of them know. */
  Path keys() {
    return keys;
  }

  String url() {
    return url;
  }

  /**
   * Has each commit of the connections to come wait that much longer for the disk. PostgreSQL
   * sleeps before it flushes ({@code commit_delay}), as if the flush itself took so long: what is
   * committed meanwhile shares it.
   */
  void flushIn(Duration time) throws SQLException {
    String name;
    try (Connection connection = connect()) {
      name = connection.getCatalog();
    }
    run("ALTER DATABASE %s SET commit_delay = %d".formatted(name, time.toNanos() / 1_000));
    run("ALTER DATABASE %s SET commit_siblings = 0".formatted(name));
  }

  /** Opens one more connection. */
  Connection connect() throws SQLException {
    return java.sql.DriverManager.getConnection(url);
  }

  /** The number in the first column of the first row of a query. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new SQLException("no row: " + sql);
      }
      return rows.getLong(1);
    }
  }

  /** Runs statements that answer nothing. */
  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
