package tradecredit.store;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.posting.BookUnavailableException;

/**
 * Sweeps what was delivered or given up long ago, and what is left of endpoints that were deleted
 * long ago, in small transactions. What waits for an endpoint that is not deleted is never swept.
 * Replicas may sweep at once.
 */
@Context
public class WebhookSweeper {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSweeper.class);

  private static final String FINISHED =
      """
      SELECT number FROM webhook_delivery WHERE finished_at < ?
      ORDER BY finished_at FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

  private static final String ORPHANED =
      """
      SELECT number FROM webhook_delivery WHERE endpoint_id IN
        (SELECT e.id FROM webhook_endpoint e WHERE e.state = 'deleted' AND e.state_since < ?)
      ORDER BY number FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

  private static final String ATTEMPTS = "DELETE FROM webhook_attempt WHERE delivery_number = ?";
  private static final String DELIVERY = "DELETE FROM webhook_delivery WHERE number = ?";

  private static final String EMPTY =
      """
      SELECT e.id FROM webhook_endpoint e WHERE e.state = 'deleted' AND e.state_since < ?
        AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id)
      ORDER BY e.id FETCH FIRST ? ROWS ONLY""";

  private static final String CURSORS = "DELETE FROM webhook_cursor WHERE endpoint_id = ?";
  private static final String ENDPOINT = "DELETE FROM webhook_endpoint WHERE id = ?";

  private final Transactions transactions;
  private final InstantSource clock;
  private final WebhookRetention settings;

  WebhookSweeper(Transactions transactions, InstantSource clock, WebhookRetention settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  @Scheduled(
      initialDelay = "${tradecredit.webhooks.sweep-interval:10m}",
      fixedDelay = "${tradecredit.webhooks.sweep-interval:10m}")
  void sweepNowAndThen() {
    try {
      int swept = sweep();
      if (swept > 0) {
        LOG.info("Swept {} deliveries older than {}", swept, settings.retention());
      }
    } catch (BookUnavailableException away) {
      LOG.warn("Deliveries are not swept now: {}", away.getMessage());
    }
  }

  /** Sweeps all that is old enough and returns how many deliveries they were. */
  public int sweep() {
    int all = sweep(FINISHED) + sweep(ORPHANED);
    endpoints();
    return all;
  }

  private int sweep(String which) {
    int all = 0;
    int step = step(which);
    while (step > 0) {
      all += step;
      step = step(which);
    }
    return all;
  }

  private int step(String which) {
    return transactions.write(
        connection -> {
          List<List<Long>> numbers =
              Sql.list(
                  connection,
                  which,
                  row -> List.of(row.getLong(1)),
                  cutoff(),
                  settings.sweepStep());
          Sql.updateEach(connection, ATTEMPTS, numbers);
          Sql.updateEach(connection, DELIVERY, numbers);
          return numbers.size();
        });
  }

  private void endpoints() {
    transactions.write(
        connection -> {
          List<String> empty =
              Sql.list(connection, EMPTY, row -> row.getString(1), cutoff(), settings.sweepStep());
          for (String id : empty) {
            delete(connection, id);
          }
          return empty;
        });
  }

  private static void delete(Connection connection, String id) throws SQLException {
    Sql.update(connection, CURSORS, id);
    Sql.update(connection, ENDPOINT, id);
  }

  private OffsetDateTime cutoff() {
    return WebhookRows.at(clock.instant().minus(settings.retention()));
  }
}
