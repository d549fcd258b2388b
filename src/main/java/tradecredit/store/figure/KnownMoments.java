package tradecredit.store.figure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.KnownInFutureException;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.Later;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/**
 * What the book knew at an instant: all entries up to a sequence, and no other, for ever.
 *
 * <p>A batch reads the clock when it begins and commits a little later, so an instant that is only
 * just past may still have something to come. Before such an instant is answered for, the account's
 * head is moved to it under its lock: whatever is recorded afterwards is recorded after it, because
 * instants on an account strictly increase. So the guarantee rests on the head and on no clock.
 */
@Singleton
final class KnownMoments {

  private static final String HEAD =
      "SELECT last_sequence, last_standing_change FROM account_head WHERE account_id = ?";

  private static final String SEALED =
      """
      SELECT recorded_at, (SELECT instant FROM database_clock) AS read_at FROM account_head
      WHERE account_id = ?""";

  private static final String ENTRY =
      "SELECT recorded_at, business_date FROM entry WHERE account_id = ? AND sequence = ?";

  private static final String LAST_ENTRY =
      "SELECT business_date, hash FROM entry WHERE account_id = ? AND sequence = ?";

  private static final String STANDING_CHANGE =
      "SELECT recorded_at, business_date FROM standing_change WHERE account_id = ? AND number = ?";

  /** Whatever is recorded later is recorded after this instant. */
  private static final String RECORD_LATER =
      "UPDATE account_head SET recorded_at = ? WHERE account_id = ? AND recorded_at < ?";

  private final Transactions transactions;
  private final BookClock clock;

  KnownMoments(Transactions transactions, BookClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What was known.
   *
   * @param instant when
   * @param sequence the last entry that was recorded by then, 0 before the first
   * @param hash that entry's
   * @param standingChange the last change of standing that was, 0 before the first
   * @param judgedOn the last day that was judged by then; null before the first
   */
  record Known(
      Instant instant,
      long sequence,
      String hash,
      long standingChange,
      @Nullable LocalDate judgedOn) {}

  private record Sealed(Instant upTo, Instant now) {}

  private record Head(long sequence, long standingChange) {}

  private record Recorded(Instant at, LocalDate businessDate) {}

  private record Entered(@Nullable LocalDate businessDate, String hash) {}

  /**
   * Makes sure that nothing more is recorded at or before {@code instant}, and that the business
   * date is not turned any more.
   *
   * @throws KnownInFutureException where the instant is still to come
   */
  void seal(AccountId account, Instant instant) {
    boolean sealed =
        transactions.withoutTransaction(connection -> isSealed(connection, account, instant));
    if (!clock.isSealed(instant)) {
      transactions.writeWithoutTransaction(
          connection -> {
            clock.seal(connection);
            return instant;
          });
    }
    if (!sealed) {
      transactions.write(
          connection -> {
            String lock = HEAD + HeadTable.toMove(connection);
            Sql.one(connection, lock, row -> row.getLong(1), account.value());
            return Sql.update(
                connection,
                RECORD_LATER,
                instant.atOffset(ZoneOffset.UTC),
                account.value(),
                instant.atOffset(ZoneOffset.UTC));
          });
    }
  }

  private boolean isSealed(Connection connection, AccountId account, Instant instant)
      throws SQLException {
    Sealed sealed =
        Sql.one(
            connection,
            SEALED,
            row -> new Sealed(Sql.instant(row, "recorded_at"), Sql.instant(row, "read_at")),
            account.value());
    if (!instant.isAfter(sealed.upTo())) {
      // What is recorded is known, even where the clock was set back since.
      return true;
    }
    if (instant.isAfter(sealed.now())) {
      throw new KnownInFutureException(instant, sealed.now());
    }
    return false;
  }

  /** What was known at {@code instant}, which is sealed. */
  static Known known(Connection connection, String account, Instant instant) throws SQLException {
    Head head = head(connection, account);
    long sequence = lastBy(connection, ENTRY, account, head.sequence(), instant);
    long change = lastBy(connection, STANDING_CHANGE, account, head.standingChange(), instant);
    Entered last = entered(connection, account, sequence);
    LocalDate judged =
        change == 0 ? null : recorded(connection, STANDING_CHANGE, account, change).businessDate();
    return new Known(instant, sequence, last.hash(), change, later(last.businessDate(), judged));
  }

  private static Entered entered(Connection connection, String account, long sequence)
      throws SQLException {
    return sequence == 0
        ? new Entered(null, EntryChain.GENESIS)
        : Sql.one(
            connection,
            LAST_ENTRY,
            row -> new Entered(Sql.date(row, "business_date"), row.getString("hash")),
            account,
            sequence);
  }

  /** The last entry that was recorded by {@code instant}, which is sealed; 0 before the first. */
  static long lastSequence(Connection connection, String account, Instant instant)
      throws SQLException {
    return lastBy(connection, ENTRY, account, head(connection, account).sequence(), instant);
  }

  private static Head head(Connection connection, String account) throws SQLException {
    return Sql.one(
        connection,
        HEAD,
        row -> new Head(row.getLong("last_sequence"), row.getLong("last_standing_change")),
        account);
  }

  /**
   * Numbers have no gaps and instants never fall with them, so a few steps find the last, and no
   * index has to be kept.
   */
  private static long lastBy(
      Connection connection, String sql, String account, long last, Instant instant)
      throws SQLException {
    long low = 0;
    long high = last;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (recorded(connection, sql, account, middle).at().isAfter(instant)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private static Recorded recorded(Connection connection, String sql, String account, long number)
      throws SQLException {
    return Sql.one(
        connection,
        sql,
        row -> new Recorded(Sql.instant(row, "recorded_at"), Sql.date(row, "business_date")),
        account,
        number);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Later.of(one, other);
  }
}
