package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * What the sections share.
 *
 * @param settings how much is measured
 * @param server the run's PostgreSQL
 * @param report where the findings go
 */
record Desk(Settings settings, PostgresServer server, Report report) {

  /** The heap of a service that nothing else is said of. */
  static final String HEAP = "1g";

  /** An empty database of that name. */
  Database database(String name) throws IOException, SQLException {
    return server.create("bench_" + name);
  }

  /** A service of the bench's agreement on that database, to be started. */
  Launch service(Database database) {
    return new Launch(settings.jar())
        .options(settings.serviceOptions())
        .heap(HEAP)
        .agreement(settings.agreement())
        .on(database);
  }
}
