package tradecredit.store.sql;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.posting.BookUnavailableException;
import tradecredit.upkeep.Upkeep;

/**
 * Keeps the embedded book's file from growing with every commit. Each commit writes the pages that
 * it changed, and the way to them, as a new chunk. A chunk's space is used again once none of its
 * pages is in use, and H2's safety margin of 45 seconds has passed; but of most a page or two
 * stays. H2's own housekeeping, which moves such pages out, runs only where commits are written
 * later than they are acknowledged, and here they are not ({@code WRITE_DELAY=0}): 75 minutes of
 * clerks made a file of 1.3 GB around a book of 13 MB. So a step of it is done here, again and
 * again. The file then holds what was written in the last minute, and the book about twice.
 *
 * <p>A step writes nothing: the pages that it moves go out with the next commit. So a full disk is
 * not met by it, and a book at rest is left alone.
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "H2")
final class EmbeddedCompaction implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCompaction.class);

  /** In percent: with more than that in use, moving pages would cost more than it gives. */
  private static final int FULL_ENOUGH = 50;

  private final Transactions transactions;
  private final EmbeddedFile settings;
  private volatile long compacted;

  EmbeddedCompaction(Transactions transactions, EmbeddedFile settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  @Override
  public Duration interval() {
    return settings.compactionInterval();
  }

  /** Does a step, if anything was committed since the last: before that, it would do the same. */
  @Override
  public void run() {
    try {
      transactions.withoutTransaction(EmbeddedCompaction::store).ifPresent(this::compact);
    } catch (BookUnavailableException away) {
      LOG.debug("The file is not compacted now: {}", away.getMessage());
    }
  }

  private void compact(MVStore store) {
    long version = store.getCurrentVersion();
    if (version == compacted) {
      return;
    }
    compacted = version;
    try {
      store.compact(FULL_ENOUGH, settings.compactionBytes());
    } catch (MVStoreException fault) {
      if (!store.isClosed()) {
        throw fault;
      }
      LOG.debug("The file is not compacted now: {}", fault.getMessage());
    }
  }

  /** The file below the connection's database; none if that is another process's. */
  private static Optional<MVStore> store(Connection connection) throws SQLException {
    return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        ? Optional.of(session.getDatabase().getStore().getMvStore())
        : Optional.empty();
  }
}
