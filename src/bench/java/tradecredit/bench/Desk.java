package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the sections share. */
final class Desk {

  private static final String HEAP = "1g";

  private final Settings settings;
  private final PostgresServer server;
  private final Report report;
  private @Nullable AotCache cache;
  private @Nullable SeededBook seeded;

  Desk(Settings settings, PostgresServer server, Report report) {
    this.settings = settings;
    this.server = server;
    this.report = report;
  }

  /** How much is measured. */
  Settings settings() {
    return settings;
  }

  /** The run's PostgreSQL. */
  PostgresServer server() {
    return server;
  }

  /** Where the findings go. */
  Report report() {
    return report;
  }

  /** The service's AOT cache, which the first section that needs it has trained. */
  AotCache cache() throws Exception {
    AotCache trained = cache == null ? AotCache.train(this) : cache;
    cache = trained;
    return trained;
  }

  /** The book of large accounts, which the first section that needs it has opened. */
  SeededBook seeded() throws IOException, SQLException, InterruptedException {
    SeededBook open = seeded == null ? SeededBook.open(this) : seeded;
    seeded = open;
    return open;
  }

  /** An empty database of that name. */
  Database database(String name) throws IOException, SQLException {
    return server.create("bench_" + name);
  }

  /** A service of the bench's agreement on that database, to be started. */
  Launch service(Database database) {
    return service(settings.jar(), database);
  }

  /** The same of another jar. */
  Launch service(Path jar, Database database) {
    return new Launch(jar)
        .options(settings.serviceOptions())
        .heap(HEAP)
        .agreement(settings.agreement())
        .on(database);
  }
}
