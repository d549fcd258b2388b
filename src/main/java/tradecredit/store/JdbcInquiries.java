package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Aging;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.AgingReading;
import tradecredit.inquiry.Inquiries;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.inquiry.Moment;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Entry;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Position;
import tradecredit.ledger.StandingReasons;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Money;

/** The read path in SQL: one snapshot a call. */
@Singleton
final class JdbcInquiries implements Inquiries {

  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

  private final Transactions transactions;
  private final TermsStore terms;
  private final BookClock clock;
  private final KnownMoments moments;
  private final Entries entries;

  JdbcInquiries(
      Transactions transactions,
      TermsStore terms,
      BookClock clock,
      KnownMoments moments,
      Entries entries) {
    this.transactions = transactions;
    this.terms = terms;
    this.clock = clock;
    this.moments = moments;
    this.entries = entries;
  }

  @Override
  public AccountFigures figures(AccountId account, Moment moment) {
    Instant knownAt = moment.knownAt();
    if (knownAt == null) {
      return transactions.read(connection -> figures(connection, account, moment.asOf()));
    }
    moments.seal(account, knownAt);
    return transactions.read(connection -> known(connection, account, moment.asOf(), knownAt));
  }

  private AccountFigures known(
      Connection connection, AccountId account, @Nullable LocalDate asOf, Instant knownAt)
      throws SQLException {
    KnownMoments.Known known = KnownMoments.known(connection, account.value(), knownAt);
    LocalDate today = clock.businessDateAt(knownAt, known.judgedOn());
    LocalDate day = asOf == null ? today : asOf;
    KnownQueries queries = new KnownQueries(connection, account.value(), known);
    TermsVersion inForce = terms.agreedUpTo(connection, account, queries.termsVersion()).on(day);
    CellQueries.Sums sums = queries.sums(day);
    return new AccountFigures(
        day,
        today,
        known.sequence(),
        inForce.version(),
        inForce.terms(),
        sums.balance(),
        sums.pastDue(),
        sums.disputed(),
        sums.unappliedCredit(),
        queries.reasons(day, sums, inForce.terms().creditLimit()),
        null);
  }

  AccountFigures figures(Connection connection, AccountId account, @Nullable LocalDate asOf)
      throws SQLException {
    HeadTable.Head head = HeadTable.select(connection, HeadTable.READ, account);
    Position position = head.position();
    LocalDate today = today(connection, position);
    LocalDate day = asOf == null ? today : asOf;
    TermsVersion inForce = terms.history(connection, account, head.termsVersion()).on(day);
    if (day.equals(position.businessDate()) && day.equals(today)) {
      return figures(
          position,
          today,
          day,
          inForce,
          new CellQueries.Sums(
              position.balance(),
              position.pastDue(),
              position.disputed(),
              position.unappliedCredit()),
          position.reasons(inForce.terms()));
    }
    CellQueries.Sums sums = CellQueries.sums(connection, account.value(), day);
    StandingReasons reasons =
        day.isBefore(position.businessDate())
            ? CellQueries.recordedReasons(connection, account.value(), day)
            : judged(sums, inForce, position);
    return figures(position, today, day, inForce, sums, reasons);
  }

  private static AccountFigures figures(
      Position position,
      LocalDate today,
      LocalDate day,
      TermsVersion inForce,
      CellQueries.Sums sums,
      StandingReasons reasons) {
    return new AccountFigures(
        day,
        today,
        position.sequence(),
        inForce.version(),
        inForce.terms(),
        sums.balance(),
        sums.pastDue(),
        sums.disputed(),
        sums.unappliedCredit(),
        reasons,
        position.hold());
  }

  /**
   * The book's today: the clock's, but never before the day that the account was last judged on.
   */
  private LocalDate today(Connection connection, Position position) throws SQLException {
    LocalDate clockDate = clock.now(connection).businessDate();
    return clockDate.isBefore(position.businessDate()) ? position.businessDate() : clockDate;
  }

  private static StandingReasons judged(
      CellQueries.Sums sums, TermsVersion inForce, Position position) {
    Money overLimit = sums.balance().minus(inForce.terms().creditLimit()).max(Money.ZERO);
    return new StandingReasons(sums.pastDue(), overLimit, position.shortfall());
  }

  @Override
  public AgingReading aging(AccountId account, Moment moment, Basis basis, BucketBounds bounds) {
    Instant knownAt = moment.knownAt();
    if (knownAt != null) {
      moments.seal(account, knownAt);
    }
    return transactions.read(
        connection -> {
          if (knownAt != null) {
            return known(connection, account, moment.asOf(), knownAt, basis, bounds);
          }
          Position position = HeadTable.select(connection, HeadTable.READ, account).position();
          LocalDate asOf = moment.asOf();
          LocalDate day = asOf == null ? today(connection, position) : asOf;
          Aging aging =
              Aging.of(
                  day,
                  bounds,
                  CellQueries.open(connection, account.value(), day, basis),
                  CellQueries.unappliedCredit(connection, account.value(), day));
          return new AgingReading(day, position.sequence(), aging);
        });
  }

  private AgingReading known(
      Connection connection,
      AccountId account,
      @Nullable LocalDate asOf,
      Instant knownAt,
      Basis basis,
      BucketBounds bounds)
      throws SQLException {
    KnownMoments.Known known = KnownMoments.known(connection, account.value(), knownAt);
    LocalDate day = asOf == null ? clock.businessDateAt(knownAt, known.judgedOn()) : asOf;
    KnownQueries queries = new KnownQueries(connection, account.value(), known);
    Aging aging =
        Aging.of(day, bounds, queries.open(day, basis), queries.sums(day).unappliedCredit());
    return new AgingReading(day, known.sequence(), aging);
  }

  @Override
  public Slice<InvoiceReading> invoices(
      AccountId account, InvoiceFilter filter, long after, int limit) {
    return transactions.read(
        connection -> {
          Position position = HeadTable.select(connection, HeadTable.READ, account).position();
          InvoiceQueries queries =
              new InvoiceQueries(connection, account.value(), today(connection, position));
          return queries.page(filter, after, limit);
        });
  }

  @Override
  public Optional<InvoiceReading> invoice(AccountId account, long sequence) {
    return transactions.read(
        connection -> {
          Position position = HeadTable.select(connection, HeadTable.READ, account).position();
          InvoiceQueries queries =
              new InvoiceQueries(connection, account.value(), today(connection, position));
          return queries.one(sequence);
        });
  }

  @Override
  public Slice<Entry> entries(AccountId account, Moment moment, long after, int limit) {
    return Slice.of(
        rows(account, moment, after, limit + 1).stream().map(EntryRow::entry).toList(), limit);
  }

  private List<EntryRow> rows(AccountId account, Moment moment, long after, int most) {
    Instant knownAt = moment.knownAt();
    LocalDate asOf = moment.asOf();
    if (knownAt == null && asOf == null) {
      return entries.page(account.value(), after, most, EntryChain.GENESIS);
    }
    return entries.effective(
        account.value(),
        after,
        knownAt == null ? Long.MAX_VALUE : lastKnown(account, knownAt),
        asOf == null ? EVER : asOf,
        most,
        EntryChain.GENESIS);
  }

  private long lastKnown(AccountId account, Instant knownAt) {
    moments.seal(account, knownAt);
    return transactions.read(
        connection -> KnownMoments.known(connection, account.value(), knownAt).sequence());
  }

  @Override
  public Slice<Decision> decisions(AccountId account, long after, int limit) {
    return Slice.of(
        transactions.read(
            connection -> OutcomeQueries.page(connection, account.value(), after, limit + 1)),
        limit);
  }

  @Override
  public List<Outcome> outcomes(AccountId account, List<Long> decisions) {
    Map<Long, Outcome> found =
        transactions.read(
            connection -> new OutcomeQueries(connection, account).outcomes(decisions));
    return decisions.stream()
        .map(number -> Objects.requireNonNull(found.get(number), () -> "no decision " + number))
        .toList();
  }
}
