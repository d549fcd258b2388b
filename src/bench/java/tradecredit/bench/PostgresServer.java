package tradecredit.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
final class PostgresServer implements AutoCloseable {

  private static final String ALWAYS_THERE = "postgres";

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts it with PostgreSQL's own defaults and these further settings, {@code name=value} each.
   */
  static PostgresServer start(List<String> settings) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      builder.setServerConfig(setting.substring(0, equals), setting.substring(equals + 1));
    }
    PostgresServer server = new PostgresServer(builder.start());
    try {
      server.requireDurableCommits();
      return server;
    } catch (IOException | SQLException | IllegalStateException fault) {
      server.close();
      throw fault;
    }
  }

  private void requireDurableCommits() throws IOException, SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!text("SELECT current_setting('" + setting + "')").equals("on")) {
        throw new IllegalStateException(setting + " is off: the figures would mean nothing");
      }
    }
  }

  /** Makes an empty database of that name. */
  Database create(String name) throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new Database(postgres.getJdbcUrl(ALWAYS_THERE, name));
  }

  String version() throws SQLException {
    return text("SHOW server_version");
  }

  /** Opens a connection to the database that is always there. */
  Connection connect() throws SQLException {
    return java.sql.DriverManager.getConnection(postgres.getJdbcUrl(ALWAYS_THERE, ALWAYS_THERE));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
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
