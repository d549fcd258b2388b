package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.Desk;
import tradecredit.ledger.Journal;
import tradecredit.ledger.TermsHistory;
import tradecredit.posting.Loaded;
import tradecredit.posting.Wanted;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.sql.InList;
import tradecredit.store.sql.SqlFaults;
import tradecredit.store.sql.WriteGroup;

/**
 * A batch of invoices that is written without reading anything first: in one round trip, where a
 * lock with its readings and the writes are two. What the batch would have been told is assumed,
 * and the statement that writes its rows compares what was assumed, and writes nothing if any of it
 * is wrong.
 *
 * <p>It is assumed that the account is as the last batch from here left it. Where another replica
 * posts to it at the same time, that is stale. There the head is locked and read first, and the
 * batch is written on what was found: two round trips instead of three.
 *
 * <p>What is compared, and how:
 *
 * <ul>
 *   <li>The head by its figures. {@code recorded_at} strictly increases with each batch, whoever
 *       writes it, and is moved by whoever asks what was known at an instant (see {@code
 *       KnownMoments}). The hash covers every entry, the counters every decision and event.
 *   <li>The time. It is the database's clock as last read, carried on by this machine's: never
 *       ahead of the database's, and never a second behind. In the last second of a day it is
 *       asked, or what came after midnight might be decided on the day before.
 *   <li>The day, where it is turned by hand, and that the API keys hold.
 *   <li>That numbers and idempotency keys are free: the unique indexes say so. A refused number
 *       violates no index, and that it is taken is told before any other reason. So any batch with
 *       a refusal is decided again under the lock.
 * </ul>
 *
 * <p>The head is locked if it is free, and not waited for: a statement sees what was committed
 * before it began, so whoever waited would have to look anew.
 */
final class UnaskedWrite implements JdbcBookSession.Ending {

  /**
   * The most numbers and keys: with more, a round trip is little beside the rows, all of which a
   * vain try would have to send twice.
   */
  private static final int MOST = 500;

  /** How much later than assumed the batch may be written. */
  private static final Duration AT_MOST_LATER = Duration.ofSeconds(1);

  private static final String AS_LEFT =
      """
      %s AND account_id = (SELECT f.account_id FROM account_head f WHERE f.account_id = ? FOR NO KEY UPDATE SKIP LOCKED)
        AND %s
        AND (SELECT c.instant BETWEEN CAST(? AS TIMESTAMP WITH TIME ZONE) AND CAST(? AS TIMESTAMP WITH TIME ZONE)
          FROM database_clock c)"""
          .formatted(HeadTable.UPDATE, HeadTable.AS_IT_WAS);

  private static final String SAME_DAY =
      """
      \n  AND (SELECT d.business_date = ? FROM business_day d WHERE d.agreement_id = ?)""";

  private static final InList KEYS_HOLD =
      new InList(
          """
          \n  AND (SELECT COUNT(*) FROM api_key k WHERE k.id IN ({list}) AND k.revoked_at IS NULL
            AND (k.expires_at IS NULL OR k.expires_at > (SELECT e.instant FROM database_clock e))) = ?""");

  private final AsLeft left;
  private final Loaded loaded;
  private final Agreement agreement;
  private final boolean dayIsTurnedByHand;
  private boolean commits;

  private UnaskedWrite(AsLeft left, Loaded loaded, Agreement agreement, boolean dayIsTurnedByHand) {
    this.left = left;
    this.loaded = loaded;
    this.agreement = agreement;
    this.dayIsTurnedByHand = dayIsTurnedByHand;
  }

  /** It cannot be written unasked; nothing was. */
  static final class Otherwise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refuted;

    private Otherwise(String message, boolean refuted) {
      super(message, null, false, false);
      this.refuted = refuted;
    }

    private static Otherwise thanForeseen() {
      return new Otherwise("the account is not as it was left", true);
    }

    private static Otherwise thanItCanTell() {
      return new Otherwise("the batch brings what has to be asked for", false);
    }

    /** Whether the database refuted what was assumed, as it may the next time, too. */
    boolean isRefuted() {
      return refuted;
    }
  }

  /** Whether a batch that needs this may be written unasked, as far as that alone can tell. */
  static boolean suits(Wanted wanted) {
    return wanted.isOfInvoicesOnly()
        && wanted.invoiceNumbers().size() + wanted.idempotencyKeys().size() <= MOST
        && wanted.unprovedApiKeys().size() <= InList.MOST_LISTED;
  }

  /** What is foreseen; empty where it takes more than the head to answer what is wanted. */
  static Optional<UnaskedWrite> of(
      AsLeft left, Wanted wanted, BookClock clock, Agreement agreement, long nanoTime) {
    if (!suits(wanted)) {
      return Optional.empty();
    }
    Instant now = left.nowAt(nanoTime);
    LocalDate today = clock.businessDate(now, left.businessDate());
    if (!today.equals(clock.businessDate(now.plus(AT_MOST_LATER), left.businessDate()))) {
      return Optional.empty();
    }
    return BatchReads.needsSchedule(left.head().position(), left.terms(), wanted, today)
        ? Optional.empty()
        : Optional.of(
            new UnaskedWrite(
                left, nothingThere(now, today, wanted), agreement, clock.isTurnedByHand()));
  }

  private static Loaded nothingThere(Instant now, LocalDate today, Wanted wanted) {
    return new Loaded(
        now,
        today,
        Map.of(),
        wanted.unprovedApiKeys(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of(),
        Desk.empty());
  }

  /** The same write, which also commits the transaction that it is the last part of. */
  UnaskedWrite thenCommit() {
    commits = true;
    return this;
  }

  HeadTable.Head head() {
    return left.head();
  }

  TermsHistory terms() {
    return left.terms();
  }

  Loaded loaded() {
    return loaded;
  }

  /** How the account is left with that head: the clock is carried on from its last reading. */
  AsLeft then(HeadTable.Head head, TermsHistory terms) {
    return new AsLeft(head, terms, left.now(), left.businessDate(), left.readAt());
  }

  @Override
  public void begin(Journal journal) {
    if (journal.decisions().stream().anyMatch(decision -> decision.refusal() != null)) {
      throw Otherwise.thanItCanTell();
    }
  }

  @Override
  public void write(WriteGroup group, HeadTable.Head to, Connection connection)
      throws SQLException {
    if (!group.onlyInserts()) {
      throw Otherwise.thanItCanTell();
    }
    if (!written(group, to, connection)) {
      throw Otherwise.thanForeseen();
    }
  }

  private boolean written(WriteGroup group, HeadTable.Head to, Connection connection)
      throws SQLException {
    List<String> keys = List.copyOf(loaded.provedApiKeys());
    String sql =
        AS_LEFT
            + (dayIsTurnedByHand ? SAME_DAY : "")
            + (keys.isEmpty() ? "" : KEYS_HOLD.sql(keys.size()));
    List<@Nullable Object> parameters = new ArrayList<>(HeadTable.parameters(to));
    parameters.addAll(asLeft());
    if (dayIsTurnedByHand) {
      parameters.add(loaded.businessDate());
      parameters.add(agreement.id().value());
    }
    if (!keys.isEmpty()) {
      parameters.addAll(InList.parameters(keys));
      parameters.add((long) keys.size());
    }
    try {
      WriteGroup conditional = group.dependsOn(sql, parameters);
      return (commits ? conditional.thenCommit() : conditional).execute(connection);
    } catch (SQLException fault) {
      if (SqlFaults.isDuplicate(fault)) {
        return false;
      }
      throw fault;
    }
  }

  private List<@Nullable Object> asLeft() {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(left.head().position().account().value());
    parameters.addAll(HeadTable.telling(left.head()));
    parameters.add(loaded.now().atOffset(ZoneOffset.UTC));
    parameters.add(loaded.now().plus(AT_MOST_LATER).atOffset(ZoneOffset.UTC));
    return parameters;
  }
}
