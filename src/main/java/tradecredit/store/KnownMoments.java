package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.KnownInFutureException;

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

  private static final String LAST_SEQUENCE =
      "SELECT last_sequence, recorded_at FROM account_head WHERE account_id = ?";

  private static final String SEALED =
      """
      SELECT recorded_at, (SELECT instant FROM database_clock) AS read_at FROM account_head
      WHERE account_id = ?""";

  private static final String RECORDED =
      "SELECT recorded_at, business_date FROM entry WHERE account_id = ? AND sequence = ?";

  private static final String JUDGED =
      """
      SELECT business_date FROM standing_change
      WHERE account_id = ? AND recorded_at <= ? ORDER BY number DESC LIMIT 1""";

  private final Transactions transactions;
  private final BookClock clock;

  KnownMoments(Transactions transactions, BookClock clock, Opening opening) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What was known.
   *
   * @param instant when
   * @param sequence the last entry that was recorded by then, 0 before the first
   * @param judgedOn the last day that was judged by then; null before the first
   */
  record Known(Instant instant, long sequence, @Nullable LocalDate judgedOn) {}

  private record Sealed(Instant upTo, Instant now) {}

  private record LastEntry(long sequence, Instant recordedAt) {}

  /**
   * Makes sure that nothing more is recorded at or before {@code instant}, and that the business
   * date is not turned any more.
   *
   * @throws KnownInFutureException where the instant is still to come
   */
  void seal(AccountId account, Instant instant) {
    boolean sealed =
        transactions.withoutTransaction(
            connection -> {
              boolean found = isSealed(connection, account, instant);
              clock.seal(connection);
              return found;
            });
    if (!sealed) {
      transactions.write(
          connection -> {
            String lock = LAST_SEQUENCE + HeadTable.toMove(connection);
            Sql.one(connection, lock, row -> row.getLong(1), account.value());
            return Sql.update(
                connection,
                HeadTable.RECORD_LATER,
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
    long low = 0;
    long high = Sql.one(connection, LAST_SEQUENCE, row -> row.getLong("last_sequence"), account);
    LocalDate day = null;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      LastEntry entry = entry(connection, account, middle);
      if (entry.recordedAt().isAfter(instant)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    if (low > 0) {
      day = Sql.one(connection, RECORDED, row -> Sql.date(row, "business_date"), account, low);
    }
    return new Known(instant, low, later(day, judged(connection, account, instant)));
  }

  /** Instants increase with the sequence, so a few steps find it, and no index has to be kept. */
  private static LastEntry entry(Connection connection, String account, long sequence)
      throws SQLException {
    return Sql.one(
        connection,
        RECORDED,
        row -> new LastEntry(sequence, Sql.instant(row, "recorded_at")),
        account,
        sequence);
  }

  private static @Nullable LocalDate judged(Connection connection, String account, Instant instant)
      throws SQLException {
    List<LocalDate> days =
        Sql.list(
            connection,
            JUDGED,
            row -> Sql.date(row, "business_date"),
            account,
            instant.atOffset(ZoneOffset.UTC));
    return days.isEmpty() ? null : days.getFirst();
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isAfter(one) ? other : one;
  }
}
