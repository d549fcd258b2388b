package tradecredit.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases. Every contract runs on both. */
public enum TestDatabase {
  H2,
  POSTGRES;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A real PostgreSQL for this JVM, started on first use and stopped with it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        return postgres;
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    private static void close(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
  }

  /** A fresh, empty database, how to reach it, and where its first keys are written. */
  public record Fresh(TestDatabase kind, String url, String username, Path keys) {

    /** The settings that point a service at it. */
    public Map<String, String> settings() {
      return Map.of(
          "datasources.default.url",
          url,
          "datasources.default.username",
          username,
          "datasources.default.password",
          "",
          "tradecredit.access.key-folder",
          keys.toString());
    }

    /** The environment that chooses its kind. */
    public String environment() {
      return kind == H2 ? "h2" : "postgres";
    }

    /** A connection of one's own, to look behind the service. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, username, "");
    }
  }

  /** A fresh, empty database. */
  public Fresh fresh() {
    return switch (this) {
      case H2 ->
          new Fresh(
              this,
              "jdbc:h2:file:"
                  + temporaryFile()
                  + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;AUTO_SERVER=FALSE",
              "sa",
              temporaryFolder());
      case POSTGRES -> freshPostgres();
    };
  }

  private static Path temporaryFile() {
    return temporaryFolder().resolve("ledger");
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("ledger-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Fresh freshPostgres() {
    String name = "ledger_" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
    return new Fresh(
        POSTGRES, Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", temporaryFolder());
  }
}
