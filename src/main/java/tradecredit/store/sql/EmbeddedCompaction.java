package tradecredit.store.sql;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;
import tradecredit.upkeep.Upkeep;

/**
 * Keeps the embedded book's file from growing with every commit. Each commit writes the pages that
 * it changed, and the way to them, as a new chunk. A chunk's space is used again once it is older
 * than H2's margin of 45 seconds and none of its pages is in use; but of most a page or two stays.
 * H2's own housekeeping, which moves such pages out, runs only where commits are written later than
 * they are acknowledged, and here they are not ({@code WRITE_DELAY=0}): 75 minutes of clerks made a
 * file of 1.3 GB around a book of 13 MB. So a step of it is done here, again and again. Beside that
 * housekeeping it must not be used: H2's threads do not expect it (H2 issue 4387).
 *
 * <p>A step writes nothing of its own accord: the pages that it moves go out with the next commit.
 * So a book at rest is left alone, on a full disk, too.
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "H2")
final class EmbeddedCompaction implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCompaction.class);

  /**
   * In percent, of all chunks together: with more than that in use, moving pages would cost more
   * than it gives.
   */
  private static final int FULL_ENOUGH = 50;

  /** One after the other. */
  private static final int MOST_FAULTS = 3;

  private final Transactions transactions;
  private final EmbeddedFile settings;
  private volatile long compacted;
  private volatile int faults;

  EmbeddedCompaction(Transactions transactions, EmbeddedFile settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  @Override
  public Duration interval() {
    return settings.compactionInterval();
  }

  /**
   * Does a step, if anything was committed since the last: before that, it would do the same. Not
   * beside others who write: H2 would not wait for its turn among their commits for long.
   */
  @Override
  public void run() {
    if (faults == MOST_FAULTS) {
      return;
    }
    try {
      transactions.writeWithoutTransaction(
          connection -> EmbeddedStore.of(connection).map(this::compact));
    } catch (UnavailableException away) {
      LOG.debug("The file is not compacted now: {}", away.getMessage());
    }
  }

  /** Whether it moved anything. */
  private boolean compact(MVStore store) {
    long version = store.getCurrentVersion();
    if (version == compacted) {
      return false;
    }
    compacted = version;
    try {
      boolean moved = store.compact(FULL_ENOUGH, settings.compactionBytes());
      faults = 0;
      return moved;
    } catch (MVStoreException fault) {
      tell(store, fault);
      return false;
    }
  }

  /**
   * H2 closes a database in which it meets a fault, and it is opened again by who asks next. One
   * that somebody else met may come up here, too; but one that each step meets would close the book
   * for ever, so then no more follow. Who needs the damaged part is told; others post on.
   */
  private void tell(MVStore store, MVStoreException fault) {
    if (!fault.equals(store.getPanicException())) {
      LOG.debug("The file is not compacted now: {}", fault.getMessage());
      return;
    }
    int met = faults + 1;
    faults = met;
    if (met < MOST_FAULTS) {
      LOG.warn("The file is not compacted now", fault);
    } else {
      LOG.error("The file cannot be compacted, nor is until the next start: prove the book", fault);
    }
  }
}
