package tradecredit.store.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tradecredit.ledger.TermsHistory;
import tradecredit.store.head.HeadTable;

/**
 * How the last batch from this instance left an account, and what time it was then. A set-off
 * leaves no such memory: the batch after it finds that the head is another one.
 *
 * @param head the head as it was written, or as it was read where nothing was
 * @param terms all versions of its terms up to the head's
 * @param now the database's clock as last read
 * @param businessDate the book's today as last read
 * @param readAt when the answer had come, by {@link System#nanoTime}
 */
record AsLeft(
    HeadTable.Head head, TermsHistory terms, Instant now, LocalDate businessDate, long readAt) {

  /** How long before {@code nanoTime} the clock was read. */
  Duration age(long nanoTime) {
    return Duration.ofNanos(nanoTime - readAt);
  }

  /**
   * The database's clock at {@code nanoTime}, or a little earlier: the answer came after the clock
   * was read.
   */
  Instant nowAt(long nanoTime) {
    return now.plusNanos(nanoTime - readAt).truncatedTo(ChronoUnit.MICROS);
  }
}
