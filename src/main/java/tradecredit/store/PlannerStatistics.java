package tradecredit.store;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.posting.BookUnavailableException;

/**
 * Keeps PostgreSQL's planner informed while a book is young. Autovacuum looks once a minute, and
 * until it has looked, the planner takes an account for a handful of rows and reads all of them
 * where it should seek one key (measured: five times fewer postings a second). So the tables are
 * analysed whenever the book has grown fourfold, which soon becomes seldom: each time takes half a
 * second of a processor.
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "POSTGRES")
class PlannerStatistics {

  private static final Logger LOG = LoggerFactory.getLogger(PlannerStatistics.class);
  private static final long WORTH_IT = 200;
  private static final long GROWTH = 4;

  private static final String DECISIONS =
      "SELECT COALESCE(SUM(last_decision), 0) FROM account_head";

  private static final String ANALYZE =
      """
      ANALYZE entry, invoice, invoice_line, payment, open_item_movement, aging_cell, decision,
        idempotency_record, event""";

  private final Transactions transactions;
  private long analysed;

  PlannerStatistics(Transactions transactions) {
    this.transactions = transactions;
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "2s")
  void lookNowAndThen() {
    try {
      look();
    } catch (BookUnavailableException away) {
      LOG.debug("Not looked at the tables' statistics: {}", away.getMessage());
    }
  }

  /** In no transaction, so that each table is analysed in one of its own: none holds others up. */
  private void look() {
    transactions.withoutTransaction(
        connection -> {
          long decisions = Sql.one(connection, DECISIONS, row -> row.getLong(1));
          if (decisions >= WORTH_IT && decisions >= GROWTH * analysed) {
            analyse(connection);
            analysed = decisions;
            LOG.debug("Analysed the tables at {} decisions", decisions);
          }
          return decisions;
        });
  }

  private static void analyse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ANALYZE);
    }
  }
}
