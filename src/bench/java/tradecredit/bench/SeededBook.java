package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A book with large accounts, each of its own size and span of days, of an agreement of its own
 * with a limit that nothing reaches. The database makes the rows by itself, from the invoices that
 * {@link SeededAccount} describes: movements from invoices and payments, cells from movements, the
 * head from the cells, as the service would have left them. What no balance, aging or list reads is
 * left out (decisions, events, idempotency records), and the entries' hashes are no chain.
 */
final class SeededBook implements AutoCloseable {

  private final Service service;
  private final List<SeededAccount> accounts;

  private SeededBook(Service service, List<SeededAccount> accounts) {
    this.service = service;
    this.accounts = accounts;
  }

  /** Fills a database with these accounts and starts a service on it. */
  static SeededBook of(Desk desk, String name, List<SeededAccount> accounts) throws Exception {
    Database database = desk.database(name);
    Path agreement = Folders.temporary("agreement").resolve("agreement.yml");
    Files.writeString(agreement, agreement(accounts));
    Launch launch = desk.service(database).agreement(agreement);
    // The first start lays out the tables and opens the book.
    launch.start().close();
    for (SeededAccount account : accounts) {
      seed(desk.report(), database, account);
    }
    database.run("VACUUM ANALYZE");
    SeededBook book = new SeededBook(launch.start(), accounts);
    try {
      book.check();
      return book;
    } catch (IOException | RuntimeException fault) {
      book.close();
      throw fault;
    }
  }

  private static void seed(Report report, Database database, SeededAccount account)
      throws SQLException {
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

  /** Asks the service whether its figures agree with each other and with what was seeded. */
  private void check() throws IOException {
    for (SeededAccount account : accounts) {
      SeededCheck.check(service, account);
    }
  }

  /** The service on it. */
  Service service() {
    return service;
  }

  @Override
  public void close() {
    service.close();
  }
}
