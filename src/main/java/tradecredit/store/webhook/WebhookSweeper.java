package tradecredit.store.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.upkeep.Upkeep;

/**
 * Sweeps what was delivered long ago, and what is left of endpoints that were deleted long ago, in
 * small transactions. What waits for an endpoint that is not deleted is never swept, and what was
 * given up only where the operator says after how long; its endpoint still counts it then. Replicas
 * may sweep at once.
 */
@Singleton
public class WebhookSweeper implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSweeper.class);

  private static final String FINISHED =
      """
      SELECT number, endpoint_id FROM webhook_delivery WHERE state = ? AND finished_at < ?
      ORDER BY state, finished_at FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

  private static final String COUNT =
      "UPDATE webhook_endpoint SET given_up_swept = given_up_swept + ? WHERE id = ?";

  private static final String ORPHANED =
      """
      SELECT number, endpoint_id FROM webhook_delivery WHERE endpoint_id IN
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

  @Override
  public Duration interval() {
    return settings.sweepInterval();
  }

  @Override
  public void run() {
    try {
      int swept = sweep();
      if (swept > 0) {
        LOG.info("Swept {} deliveries that were done long ago", swept);
      }
    } catch (UnavailableException away) {
      LOG.warn("Deliveries are not swept now: {}", away.getMessage());
    }
  }

  /** Sweeps all that is old enough and returns how many deliveries they were. */
  public int sweep() {
    int all =
        sweep(FINISHED, false, "delivered", before(settings.retention()))
            + sweepGivenUp(settings.givenUpRetention())
            + sweep(ORPHANED, false, before(settings.retention()));
    endpoints();
    return all;
  }

  private int sweepGivenUp(@Nullable Duration retention) {
    return retention == null ? 0 : sweep(FINISHED, true, "givenUp", before(retention));
  }

  private record Old(long number, String endpoint) {}

  private int sweep(String which, boolean counted, Object... parameters) {
    int all = 0;
    int step = step(which, counted, parameters);
    while (step > 0) {
      all += step;
      step = step(which, counted, parameters);
    }
    return all;
  }

  private int step(String which, boolean counted, Object... parameters) {
    List<Object> all = new ArrayList<>(List.of(parameters));
    all.add(settings.sweepStep());
    return transactions.write(
        connection -> {
          List<Old> old =
              Sql.list(
                  connection,
                  which,
                  row -> new Old(row.getLong("number"), row.getString("endpoint_id")),
                  all.toArray());
          List<List<Long>> numbers = old.stream().map(each -> List.of(each.number())).toList();
          Sql.updateEach(connection, ATTEMPTS, numbers);
          Sql.updateEach(connection, DELIVERY, numbers);
          if (counted) {
            count(connection, old);
          }
          return old.size();
        });
  }

  /** In the order of the endpoints' ids, so that nobody waits for another in a ring. */
  private static void count(Connection connection, List<Old> old) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    old.forEach(each -> counts.merge(each.endpoint(), 1, Integer::sum));
    Sql.updateEach(
        connection,
        COUNT,
        counts.entrySet().stream().map(each -> List.of(each.getValue(), each.getKey())).toList());
  }

  private void endpoints() {
    transactions.write(
        connection -> {
          List<String> empty =
              Sql.list(
                  connection,
                  EMPTY,
                  row -> row.getString(1),
                  before(settings.retention()),
                  settings.sweepStep());
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

  private OffsetDateTime before(Duration retention) {
    return WebhookRows.at(clock.instant().minus(retention));
  }
}
