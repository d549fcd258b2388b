package tradecredit.store.posting;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;
import tradecredit.store.head.BookClock;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.upkeep.Upkeep;

/**
 * Forgets idempotency keys that are older than their retention, oldest first, in small transactions
 * that lock nothing but the rows they delete: a lane waits for one only where it writes the very
 * key that is being forgotten. Replicas may sweep at once.
 */
@Singleton
public class KeySweeper implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(KeySweeper.class);

  /** The instant at which a step ends: that of the last key it forgets. */
  private static final String STEP_ENDS =
      """
      SELECT recorded_at FROM idempotency_record WHERE recorded_at < ?
      ORDER BY recorded_at OFFSET ? ROWS FETCH NEXT 1 ROWS ONLY""";

  private static final String FORGET = "DELETE FROM idempotency_record WHERE recorded_at <= ?";

  private final Transactions transactions;
  private final BookClock clock;
  private final KeyRetention settings;

  KeySweeper(Transactions transactions, BookClock clock, KeyRetention settings) {
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
      int forgotten = sweep();
      if (forgotten > 0) {
        LOG.info("Forgot {} idempotency keys older than {}", forgotten, settings.retention());
      }
    } catch (UnavailableException away) {
      LOG.warn("Keys are not swept now: {}", away.getMessage());
    }
  }

  /** Forgets all that are old enough and returns how many they were. */
  public int sweep() {
    int all = 0;
    int step = sweepStep();
    while (step > 0) {
      all += step;
      step = sweepStep();
    }
    return all;
  }

  private int sweepStep() {
    return transactions.write(
        connection -> {
          OffsetDateTime cutoff =
              clock.now(connection).instant().minus(settings.retention()).atOffset(ZoneOffset.UTC);
          List<OffsetDateTime> ends =
              Sql.list(
                  connection,
                  STEP_ENDS,
                  row -> row.getObject(1, OffsetDateTime.class),
                  cutoff,
                  settings.sweepStep() - 1);
          return Sql.update(connection, FORGET, ends.isEmpty() ? cutoff : ends.getFirst());
        });
  }
}
