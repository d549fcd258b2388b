package tradecredit.store.figure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Aging;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.AgingReading;
import tradecredit.ledger.TermsVersion;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.TermsStore;
import tradecredit.store.sql.Transactions;

/** Figures of a day as the book knew them at an instant: with both, they never change again. */
@Singleton
public final class KnownFigures {

  private final Transactions transactions;
  private final BookClock clock;
  private final KnownMoments moments;

  KnownFigures(Transactions transactions, BookClock clock, KnownMoments moments) {
    this.transactions = transactions;
    this.clock = clock;
    this.moments = moments;
  }

  /**
   * Where an account stood on a day.
   *
   * @param asOf the day; null is the business date at {@code knownAt}
   * @throws tradecredit.inquiry.KnownInFutureException where {@code knownAt} is still to come
   */
  public AccountFigures figures(AccountId account, @Nullable LocalDate asOf, Instant knownAt) {
    moments.seal(account, knownAt);
    return transactions.read(connection -> figures(connection, account, asOf, knownAt));
  }

  private AccountFigures figures(
      Connection connection, AccountId account, @Nullable LocalDate asOf, Instant knownAt)
      throws SQLException {
    KnownMoments.Known known = KnownMoments.known(connection, account.value(), knownAt);
    LocalDate today = clock.businessDateAt(connection, knownAt, known.judgedOn());
    LocalDate day = asOf == null ? today : asOf;
    KnownQueries queries = new KnownQueries(connection, account.value(), known);
    TermsVersion inForce = TermsStore.load(connection, account, queries.termsVersion()).on(day);
    CellQueries.Sums sums = queries.sums(day);
    return new AccountFigures(
        day,
        today,
        known.sequence(),
        known.hash(),
        inForce.version(),
        inForce.terms(),
        sums.balance(),
        sums.pastDue(),
        sums.disputed(),
        sums.unappliedCredit(),
        queries.reasons(day, sums, inForce.terms().creditLimit()),
        null);
  }

  /**
   * What was owed by age on a day.
   *
   * @param asOf the day; null is the business date at {@code knownAt}
   * @param basis whether days are counted from due dates or from invoice dates
   * @throws tradecredit.inquiry.KnownInFutureException where {@code knownAt} is still to come
   */
  public AgingReading aging(
      AccountId account,
      @Nullable LocalDate asOf,
      Instant knownAt,
      Basis basis,
      BucketBounds bounds) {
    moments.seal(account, knownAt);
    return transactions.read(
        connection -> {
          KnownMoments.Known known = KnownMoments.known(connection, account.value(), knownAt);
          LocalDate day =
              asOf == null ? clock.businessDateAt(connection, knownAt, known.judgedOn()) : asOf;
          KnownQueries queries = new KnownQueries(connection, account.value(), known);
          Aging aging =
              Aging.of(day, bounds, queries.open(day, basis), queries.sums(day).unappliedCredit());
          return new AgingReading(day, known.sequence(), aging);
        });
  }

  /**
   * The last entry that was recorded by then, 0 where none was.
   *
   * @throws tradecredit.inquiry.KnownInFutureException where {@code knownAt} is still to come
   */
  public long lastSequence(AccountId account, Instant knownAt) {
    moments.seal(account, knownAt);
    return transactions.read(
        connection -> KnownMoments.lastSequence(connection, account.value(), knownAt));
  }
}
