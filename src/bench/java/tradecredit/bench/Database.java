package tradecredit.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A PostgreSQL of this run's own, with its data in a temporary folder and listening on loopback.
 * The library that starts it turns {@code fsync} and {@code synchronous_commit} off for the sake of
 * fast tests; here both are on, as PostgreSQL has them by default, and a run without them fails.
 */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private final Path keys;

  private Database(EmbeddedPostgres postgres, Path keys) {
    this.postgres = postgres;
    this.keys = keys;
  }

  /** Where the first service on it writes the keys that all of them know. */
  Path keys() {
    return keys;
  }

  /**
   * Starts it with PostgreSQL's own defaults and these further settings, {@code name=value} each.
   */
  static Database start(List<String> settings) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      builder.setServerConfig(setting.substring(0, equals), setting.substring(equals + 1));
    }
    Database database = new Database(builder.start(), temporaryFolder());
    try {
      database.requireDurableCommits();
      return database;
    } catch (SQLException | IllegalStateException fault) {
      database.close();
      throw fault;
    }
  }

  private void requireDurableCommits() throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      if (!text("SELECT current_setting('" + setting + "')").equals("on")) {
        throw new IllegalStateException(setting + " is off: the figures would mean nothing");
      }
    }
  }

  private static Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("trade-credit-bench-keys");
    folder.toFile().deleteOnExit();
    return folder;
  }

  String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** Opens one more connection. */
  Connection connect() throws SQLException {
    return java.sql.DriverManager.getConnection(url());
  }

  /** The first column of the first row of a query. */
  String text(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new SQLException("no row: " + sql);
      }
      return rows.getString(1);
    }
  }

  /** The number in the first column of the first row of a query. */
  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** Runs statements that answer nothing. */
  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server's first process, whose children are its sessions. */
  ProcessHandle process() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
