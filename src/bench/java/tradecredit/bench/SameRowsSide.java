package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * The rows alone of what a service posts for so many connections, in transactions of the size that
 * it makes of them: a third of the connections each, one transaction an account at a time. Nothing
 * is decided and no HTTP is in front, so this is the least that the tables can cost.
 */
final class SameRowsSide implements Side, AutoCloseable {

  private final Database database;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Integer, JdbcSide> sides = new LinkedHashMap<>();

  SameRowsSide(Database database) {
    this.database = database;
  }

  @Override
  public Window run(int connections, Duration length, Costs costs) throws Exception {
    int size = Math.max(1, connections / 3);
    AtomicLong opened = new AtomicLong();
    JdbcSide side =
        sides.computeIfAbsent(
            size,
            each ->
                new JdbcSide(
                    () ->
                        new SameRowsPoster(
                            database, Account.of(opened.getAndIncrement()), numbers, each)));
    return side.run(Math.min(connections, Account.values().length), length, costs);
  }

  @Override
  public void close() throws IOException, SQLException {
    for (JdbcSide side : sides.values()) {
      side.close();
    }
  }
}
