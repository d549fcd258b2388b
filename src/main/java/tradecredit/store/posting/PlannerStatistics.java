package tradecredit.store.posting;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.upkeep.Upkeep;

/**
 * Keeps PostgreSQL's planner informed while a book is young. Autovacuum looks once a minute, and
 * until it has looked, the planner takes an account for a handful of rows and reads all of them
 * where it should seek one key, which costs four postings in five ({@code src/bench/README.md}). So
 * the tables are analysed whenever the book has grown fourfold, which soon becomes seldom: each
 * time takes half a second of a processor.
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "POSTGRES")
class PlannerStatistics implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(PlannerStatistics.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final long WORTH_IT = 200;
  private static final long GROWTH = 4;

  private static final String DECISIONS =
      "SELECT COALESCE(SUM(last_decision), 0) FROM account_head";

  private static final List<String> TABLES =
      List.of(
          "entry",
          "invoice",
          "invoice_line",
          "payment",
          "open_item_movement",
          "aging_cell",
          "decision",
          "idempotency_record",
          "event");

  private final Transactions transactions;
  private volatile long analysed;

  PlannerStatistics(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Duration interval() {
    return LOOK_EVERY;
  }

  /**
   * In no transaction, so that each table is analysed in one of its own: none holds others up. A
   * book whose tables could not be analysed is not looked at again before it has grown: autovacuum
   * comes by itself, and to try again and again would only load a database that is slow already.
   */
  @Override
  public void run() {
    try {
      transactions.writeWithoutTransaction(
          connection -> {
            long decisions = Sql.one(connection, DECISIONS, row -> row.getLong(1));
            if (decisions >= WORTH_IT && decisions >= GROWTH * analysed) {
              analysed = decisions;
              analyse(connection);
              LOG.debug("Analysed the tables at {} decisions", decisions);
            }
            return decisions;
          });
    } catch (UnavailableException away) {
      LOG.warn("Not all tables' statistics are made now: {}", away.getMessage());
    }
  }

  /** A statement each: how long an answer may take is bounded, and tables can be large. */
  private static void analyse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("ANALYZE " + table);
      }
    }
  }
}
