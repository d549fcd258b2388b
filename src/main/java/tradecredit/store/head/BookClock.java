package tradecredit.store.head;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.Later;
import tradecredit.posting.BusinessDateSettings;
import tradecredit.store.sql.ReadGroup;
import tradecredit.store.sql.Sql;

/**
 * What time it is, by the database's clock: the same for every replica. In {@code system} mode the
 * business date is that instant's day in the agreement's time zone; in {@code manual} mode it is
 * what was last set.
 */
@Singleton
public final class BookClock {

  private static final String NOW =
      """
      SELECT (SELECT instant FROM database_clock) AS instant,
        (SELECT business_date FROM business_day WHERE agreement_id = ?) AS business_date""";

  private static final String STOPPED = "SELECT 1 AS known";

  private static final String TURNED_TO =
      """
      SELECT MAX(business_date) AS business_date FROM business_day_turn
      WHERE agreement_id = ? AND turned_at <= ?""";

  private static final String TURN =
      "UPDATE business_day SET business_date = ? WHERE agreement_id = ? AND business_date < ?";

  /**
   * The row of the business date is locked by then, so every instant that is sealed was sealed
   * before this turn. No sealed instant is later than the {@code recorded_at} of its account's
   * head. So the turn is dated after all of them, and after all earlier turns, even if the clock
   * was set back.
   */
  private static final String NOTE_TURN =
      """
      INSERT INTO business_day_turn (agreement_id, business_date, turned_at)
      SELECT k.agreement_id, k.business_date,
        GREATEST(c.instant,
          COALESCE((SELECT MAX(h.recorded_at) FROM account_head h WHERE h.agreement_id = k.agreement_id), c.instant)
            + INTERVAL '0.000001' SECOND,
          COALESCE((SELECT MAX(t.turned_at) FROM business_day_turn t WHERE t.agreement_id = k.agreement_id), c.instant)
            + INTERVAL '0.000001' SECOND)
      FROM (SELECT CAST(? AS VARCHAR(64)) AS agreement_id, CAST(? AS DATE) AS business_date) k CROSS JOIN database_clock c""";

  private static final String WAIT_FOR_TURN =
      "SELECT business_date FROM business_day WHERE agreement_id = ? FOR UPDATE";

  private static final String INSTANT = "SELECT instant FROM database_clock";

  private final Agreement agreement;
  private final BusinessDateMode mode;
  private final AtomicReference<Instant> sealed = new AtomicReference<>(Instant.MIN);

  /** The clock of an agreement. */
  public BookClock(Agreement agreement, BusinessDateSettings settings) {
    this.agreement = agreement;
    this.mode = settings.mode();
  }

  /**
   * A moment.
   *
   * @param instant by the database's clock, in microseconds
   * @param businessDate the book's today at that instant
   */
  public record BookTime(Instant instant, LocalDate businessDate) {

    /** On the latest of the days that these accounts have seen, where the clock was set back. */
    public BookTime notBefore(List<HeadTable.Head> heads) {
      LocalDate day = businessDate;
      for (HeadTable.Head head : heads) {
        day = Later.of(day, head.position().businessDate());
      }
      return new BookTime(instant, day);
    }
  }

  /** The moment at which the database answers. */
  public BookTime now(Connection connection) throws SQLException {
    return Sql.one(connection, NOW, this::moment, id());
  }

  /** The same on the latest of the days that any account has seen, where the clock was set back. */
  public BookTime nowOfAll(Connection connection) throws SQLException {
    List<HeadTable.Head> heads = new ArrayList<>();
    for (TradingAccount account : agreement.accounts()) {
      heads.add(HeadTable.select(connection, HeadTable.READ, account.id()));
    }
    return now(connection).notBefore(heads);
  }

  /** Asks for the moment at which the group comes to this question. */
  public ReadGroup.Found<BookTime> ask(ReadGroup group) {
    return group.ask(NOW, this::moment, id());
  }

  /**
   * Asks for the moment at which the group comes to this question, which brings {@link
   * ReadGroup#seeking} along: what follows is planned by it.
   */
  public ReadGroup.Found<BookTime> askSeeking(ReadGroup group) {
    return group.ask(NOW + group.seeking(), this::moment, id());
  }

  /** The same of a moment that is known already: several accounts are decided at one. */
  public ReadGroup.Found<BookTime> askSeeking(ReadGroup group, BookTime at) {
    return group.ask(STOPPED + group.seeking(), row -> at);
  }

  private BookTime moment(ResultSet row) throws SQLException {
    Instant instant = Sql.instant(row, "instant");
    return new BookTime(
        instant, businessDate(instant, row.getObject("business_date", LocalDate.class)));
  }

  /** Whether the business date is what {@code business_day} says. */
  public boolean isTurnedByHand() {
    return mode == BusinessDateMode.MANUAL;
  }

  /** Turns the business date to a later day, and notes when; false where it is no later one. */
  boolean turn(Connection connection, LocalDate date) throws SQLException {
    boolean turned = Sql.update(connection, TURN, date, id(), date) > 0;
    if (turned) {
      Sql.update(connection, NOTE_TURN, id(), date);
    }
    return turned;
  }

  /**
   * Whether it is certain that the business date is not turned any more at or before an instant.
   */
  public boolean isSealed(Instant instant) {
    return !isTurnedByHand() || !instant.isAfter(sealed.get());
  }

  /**
   * Makes sure that the business date is not turned any more at or before any instant that is past:
   * whoever is turning it has done so by then. The row is locked for it, which on the embedded file
   * is a write.
   */
  public void seal(Connection connection) throws SQLException {
    Instant read = Sql.one(connection, INSTANT, row -> Sql.instant(row, "instant"));
    Sql.one(connection, WAIT_FOR_TURN, row -> Sql.date(row, "business_date"), id());
    sealed.accumulateAndGet(read, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * The business date at {@code instant}, which is sealed: in {@code system} mode that instant's
   * day, where it is turned by hand the last it was turned to, but never before a day that was
   * judged by then.
   */
  public LocalDate businessDateAt(
      Connection connection, Instant instant, @Nullable LocalDate judgedOn) throws SQLException {
    LocalDate known = judgedOn == null ? agreement.effectiveDate() : judgedOn;
    LocalDate day =
        switch (mode) {
          case SYSTEM -> instant.atZone(agreement.timeZone()).toLocalDate();
          case MANUAL -> turnedTo(connection, instant);
        };
    return day == null || day.isBefore(known) ? known : day;
  }

  private @Nullable LocalDate turnedTo(Connection connection, Instant instant) throws SQLException {
    return Sql.list(
            connection,
            TURNED_TO,
            row -> Optional.ofNullable(row.getObject("business_date", LocalDate.class)),
            id(),
            instant.atOffset(ZoneOffset.UTC))
        .getFirst()
        .orElse(null);
  }

  private String id() {
    return agreement.id().value();
  }

  /**
   * The business date of a reading of the database's clock and of {@code business_day}: none is
   * before the agreement's first day, on which a book stands that is opened before it.
   *
   * @param set what {@code business_day} says; null where it says nothing
   */
  public LocalDate businessDate(Instant instant, @Nullable LocalDate set) {
    LocalDate day =
        switch (mode) {
          case SYSTEM -> instant.atZone(agreement.timeZone()).toLocalDate();
          case MANUAL -> set;
        };
    LocalDate first = agreement.effectiveDate();
    return day == null || day.isBefore(first) ? first : day;
  }
}
