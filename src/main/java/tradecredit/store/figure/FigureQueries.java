package tradecredit.store.figure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.ledger.Later;
import tradecredit.ledger.Position;
import tradecredit.ledger.StandingReasons;
import tradecredit.ledger.TermsVersion;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.head.TermsStore;
import tradecredit.store.sql.Sql;

/**
 * Where an account stands: head, clock and a day's cells in one statement, so at one moment. Which
 * day today is has to be known before, so today's figures take a second statement where the head
 * does not tell them. The terms are read beside it where they are not remembered; their versions
 * never change.
 */
@Singleton
public final class FigureQueries {

  /** What {@link #now} reads of {@code account_head h}. */
  public static final String HEAD_AND_CLOCK =
      HeadTable.COLUMNS
          + """
          , (SELECT instant FROM database_clock) AS read_at,
            (SELECT d.business_date FROM business_day d WHERE d.agreement_id = h.agreement_id) AS set_date""";

  private static final String NOW =
      "SELECT %s\nFROM account_head h WHERE h.account_id = ?".formatted(HEAD_AND_CLOCK);

  private static final String ON_A_DAY =
      """
      SELECT %s,
        c.sum_of_amounts, c.sum_past_due, c.sum_disputed, c.sum_unapplied,
        s.recorded_past_due, s.recorded_over_limit, s.recorded_shortfall
      FROM account_head h
      CROSS JOIN (%s) c
      LEFT JOIN (%s) s ON TRUE
      WHERE h.account_id = ?"""
          .formatted(HEAD_AND_CLOCK, CellQueries.SUMS, CellQueries.RECORDED_STANDING);

  private final TermsStore terms;
  private final BookClock clock;

  FigureQueries(TermsStore terms, BookClock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A head as it was read.
   *
   * @param today the book's today: the clock's, but never before the day that the account was last
   *     judged on
   */
  public record Now(HeadTable.Head head, LocalDate today) {

    /** Whether the head tells today's figures: whether all earlier days have ended on it. */
    boolean isToday() {
      return today.equals(head.position().businessDate());
    }
  }

  /** A head and the book's today, from a row of {@link #HEAD_AND_CLOCK}. */
  public Now now(ResultSet row) throws SQLException {
    HeadTable.Head head = HeadTable.read(row);
    LocalDate judgedOn = head.position().businessDate();
    LocalDate clockDate =
        clock.businessDate(Sql.instant(row, "read_at"), row.getObject("set_date", LocalDate.class));
    return new Now(head, Later.of(clockDate, judgedOn));
  }

  /** The head of an account and the book's today, of one moment. */
  public Now now(Connection connection, AccountId account) throws SQLException {
    return Sql.one(connection, NOW, this::now, account.value());
  }

  /**
   * The figures on a day.
   *
   * @param asOf the day; null is the business date at the moment of the figures
   */
  public AccountFigures figures(Connection connection, AccountId account, @Nullable LocalDate asOf)
      throws SQLException {
    if (asOf != null) {
      return onDay(connection, account, asOf);
    }
    Now now = now(connection, account);
    Optional<AccountFigures> figures = today(connection, now);
    return figures.isPresent() ? figures.get() : onTheDayItIs(connection, account, now.today());
  }

  /**
   * The figures of the business date where the account has not seen it yet. Where that was turned
   * since it was read, they are asked for anew, of a later day each time.
   */
  private AccountFigures onTheDayItIs(Connection connection, AccountId account, LocalDate read)
      throws SQLException {
    AccountFigures found = onDay(connection, account, read);
    while (!found.asOf().equals(found.businessDate())) {
      found = onDay(connection, account, found.businessDate());
    }
    return found;
  }

  /** Today's figures by the head alone; none where the account has not seen the day yet. */
  Optional<AccountFigures> today(Connection connection, Now now) throws SQLException {
    if (!now.isToday()) {
      return Optional.empty();
    }
    Position position = now.head().position();
    TermsVersion inForce = inForce(connection, now, now.today());
    return Optional.of(
        figures(
            now,
            now.today(),
            inForce,
            new CellQueries.Sums(
                position.balance(),
                position.pastDue(),
                position.disputed(),
                position.unappliedCredit()),
            position.reasons(inForce.terms())));
  }

  private record OnDay(Now now, CellQueries.Sums sums, StandingReasons recorded) {}

  private AccountFigures onDay(Connection connection, AccountId account, LocalDate day)
      throws SQLException {
    OnDay found =
        Sql.one(
            connection,
            ON_A_DAY,
            row -> new OnDay(now(row), CellQueries.readSums(row), CellQueries.recordedReasons(row)),
            day,
            account.value(),
            day,
            account.value(),
            day,
            account.value());
    Position position = found.now().head().position();
    Optional<AccountFigures> today =
        day.equals(found.now().today()) ? today(connection, found.now()) : Optional.empty();
    if (today.isPresent()) {
      return today.get();
    }
    TermsVersion inForce = inForce(connection, found.now(), day);
    StandingReasons reasons =
        day.isBefore(position.businessDate())
            ? found.recorded()
            : judged(found.sums(), inForce, position);
    return figures(found.now(), day, inForce, found.sums(), reasons);
  }

  private TermsVersion inForce(Connection connection, Now now, LocalDate day) throws SQLException {
    return terms.history(connection, now.head()).on(day);
  }

  private static AccountFigures figures(
      Now now,
      LocalDate day,
      TermsVersion inForce,
      CellQueries.Sums sums,
      StandingReasons reasons) {
    Position position = now.head().position();
    return new AccountFigures(
        day,
        now.today(),
        position.sequence(),
        position.hash(),
        inForce.version(),
        inForce.terms(),
        sums.balance(),
        sums.pastDue(),
        sums.disputed(),
        sums.unappliedCredit(),
        reasons,
        position.hold());
  }

  private static StandingReasons judged(
      CellQueries.Sums sums, TermsVersion inForce, Position position) {
    return StandingReasons.of(
        sums.pastDue(), sums.balance(), inForce.terms().creditLimit(), position.shortfall());
  }
}
