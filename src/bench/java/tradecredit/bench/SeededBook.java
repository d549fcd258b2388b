package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A book with large accounts, each of its own size and span of days, of an agreement of its own
 * with a limit that nothing reaches. The database makes the rows by itself, from the invoices that
 * {@link SeededAccount} describes: movements from invoices and payments, cells from movements, the
 * head from the cells, as the service would have left them. What no balance, aging or list reads is
 * left out (decisions, events, idempotency records), and the entries' hashes are no chain.
 */
final class SeededBook {

  private final Report report;
  private final Database database;
  private final Launch launch;
  private final Set<SeededAccount> seeded = new HashSet<>();

  private SeededBook(Report report, Database database, Launch launch) {
    this.report = report;
    this.database = database;
    this.launch = launch;
  }

  /** Opens a book with all accounts that the settings ask for, still empty. */
  static SeededBook open(Desk desk) throws IOException, SQLException, InterruptedException {
    Database database = desk.database("seeded");
    Path agreement = Folders.temporary("agreement").resolve("agreement.yml");
    Files.writeString(agreement, agreement(SeededAccount.all(desk.settings())));
    Launch launch = desk.service(database).agreement(agreement);
    // The first start lays out the tables and opens the book.
    launch.start().close();
    return new SeededBook(desk.report(), database, launch);
  }

  /** Fills those of these accounts that are still empty, and starts a service. */
  Service start(List<SeededAccount> accounts)
      throws IOException, SQLException, InterruptedException {
    List<SeededAccount> empty =
        accounts.stream().filter(account -> !seeded.contains(account)).toList();
    for (SeededAccount account : empty) {
      seed(account);
    }
    database.run("VACUUM ANALYZE");
    Service service = launch.start();
    try {
      for (SeededAccount account : empty) {
        SeededCheck.check(service, account);
        seeded.add(account);
      }
      return service;
    } catch (IOException | RuntimeException fault) {
      service.close();
      throw fault;
    }
  }

  private void seed(SeededAccount account) throws SQLException {
    long begun = System.nanoTime();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : account.statements()) {
        statement.execute(sql);
      }
      connection.commit();
    }
    report.say(
        "%s: %d invoices over %d days in %d s"
            .formatted(
                account.id(),
                account.invoices(),
                account.days(),
                (System.nanoTime() - begun) / 1_000_000_000));
  }

  private static String agreement(List<SeededAccount> accounts) throws IOException {
    String products = accounts.stream().map(SeededAccount::id).collect(Collectors.joining(", "));
    List<String> texts = new ArrayList<>();
    for (SeededAccount account : accounts) {
      texts.add(account.agreement());
    }
    return Files.readString(Path.of("src/bench/resources/seeded-agreement.yml"))
        .replace("#effectiveDate#", SeededAccount.EFFECTIVE.toString())
        .replace("#accounts#", String.join("", texts).stripTrailing())
        .replace("#soldOn#", products);
  }
}
