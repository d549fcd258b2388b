package tradecredit.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The two databases. Every contract runs on both. */
public enum TestDatabase {
  H2,
  POSTGRES;

  /**
   * Far longer than any takes. Who waits on a socket does not hear that its test has taken too long
   * and is interrupted.
   */
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(2);

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

  /** A database, how to reach it, and where its first keys are written. */
  public record Fresh(TestDatabase kind, String url, String username, Path keys) {

    private static final String WAITING =
        "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

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

    /** The file of an embedded one. */
    public Path file() {
      return Path.of(url.replaceFirst("jdbc:h2:[a-z]+:([^;]+);.*", "$1") + ".mv.db");
    }

    /** The same with more settings in its URL, as {@code ;RETENTION_TIME=0} of an embedded one. */
    public Fresh with(String more) {
      return new Fresh(kind, url + more, username, keys);
    }

    /** Brings its schema to a version, {@code latest} for all of it, as the service does. */
    public void migrate(String version) {
      Flyway.configure()
          .dataSource(url, username, "")
          .locations("classpath:db/migration/common", "classpath:db/migration/" + environment())
          .target(version)
          .load()
          .migrate();
    }

    /** Waits until somebody waits for what somebody else has locked. */
    public void awaitWaiting() {
      String waiting =
          kind == H2
              ? "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL"
              : "SELECT COUNT(*) " + WAITING;
      try (Connection looking = connect()) {
        Awaiting.until("somebody waits", () -> count(looking, waiting) > 0);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    /** Ends the connections that wait so on PostgreSQL; how many they were. */
    public long breakWaiting() {
      try (Connection connection = connect()) {
        return count(connection, "SELECT COUNT(pg_terminate_backend(pid)) " + WAITING);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    private static long count(Connection connection, String query) {
      try {
        return Invariants.number(connection, query);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    /**
     * A connection of one's own, to look behind the service. On PostgreSQL it waits for no answer
     * longer than {@link TestDatabase#LONGEST_STATEMENT}; H2 waits for no lock longer than its URL
     * says.
     */
    public Connection connect() throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("user", username);
      properties.setProperty("password", "");
      if (kind == POSTGRES) {
        properties.setProperty("socketTimeout", Long.toString(LONGEST_STATEMENT.toSeconds()));
      }
      return DriverManager.getConnection(url, properties);
    }
  }

  /** What this thread made in PostgreSQL and nobody dropped. */
  private static final ThreadLocal<List<String>> MADE = ThreadLocal.withInitial(ArrayList::new);

  /** Where the database of each kind is that has the schema, for {@link #fresh()} to copy. */
  private static final Map<TestDatabase, String> SCHEMAS = new ConcurrentHashMap<>();

  /**
   * A fresh database with the schema and nothing in it: a copy of one that was migrated, since
   * migrating takes longer than most tests.
   */
  public Fresh fresh() {
    String place = newPlace();
    copy(SCHEMAS.computeIfAbsent(this, TestDatabase::migrated), place);
    return made(place);
  }

  /** A fresh database without a schema. */
  public Fresh empty() {
    String place = newPlace();
    createEmpty(place);
    return made(place);
  }

  /**
   * Drops what this thread made in PostgreSQL since it was last asked to. What is dropped early is
   * for the most part never written to the disk, and nothing looks after it any more: each of a
   * thousand databases wants its autovacuum, and all of them a minute to be deleted in the end.
   */
  static void dropMade() {
    List<String> made = MADE.get();
    MADE.remove();
    for (String place : made) {
      execute("DROP DATABASE IF EXISTS " + place + " WITH (FORCE)");
    }
  }

  private void createEmpty(String place) {
    if (this == POSTGRES) {
      execute("CREATE DATABASE " + place);
    }
  }

  private Fresh made(String place) {
    if (this == POSTGRES) {
      MADE.get().add(place);
    }
    return at(place);
  }

  private static String migrated(TestDatabase kind) {
    String place = kind.newPlace();
    kind.createEmpty(place);
    kind.at(place).migrate("latest");
    return place;
  }

  /** H2's file without its suffix, PostgreSQL's name. */
  private String newPlace() {
    return this == H2
        ? temporaryFolder().resolve("ledger").toString()
        : "ledger_" + NUMBER.incrementAndGet();
  }

  private Fresh at(String place) {
    return this == H2
        ? new Fresh(H2, "jdbc:h2:file:" + place + ";WRITE_DELAY=0", "sa", temporaryFolder())
        : new Fresh(
            POSTGRES, Server.POSTGRES.getJdbcUrl("postgres", place), "postgres", temporaryFolder());
  }

  private void copy(String from, String to) {
    if (this == POSTGRES) {
      execute("CREATE DATABASE %s TEMPLATE %s".formatted(to, from));
      return;
    }
    try {
      Files.copy(Path.of(from + ".mv.db"), Path.of(to + ".mv.db"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** All files of this JVM's databases, which it takes with it. */
  private static final class Folder {
    static final Path ALL = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("ledgers-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
        return folder;
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    /** What a database writes to in this very moment stays. */
    private static void delete(File file) {
      File[] within = file.listFiles();
      for (File each : within == null ? new File[0] : within) {
        delete(each);
      }
      boolean _ = file.delete();
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Folder.ALL, "ledger-");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
