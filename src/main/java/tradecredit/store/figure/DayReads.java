package tradecredit.store.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Aging;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.AgingReading;
import tradecredit.inquiry.InquirySettings;
import tradecredit.store.sql.Transactions;

/**
 * Figures of a day, kept until something happens that they depend on. The head tells that, and it
 * is read anew for each question. Cells are written with entries only: while the last entry's hash
 * is the same, so are the cells. Standing is recorded when days end: for a day before the business
 * date it does not change any more. The number of the last version of the terms tells which terms
 * there are. Where the account has not seen the business date yet, nothing is kept.
 *
 * <p>It is the hash and not the sequence, because a database may come back without its last
 * transactions, from a copy or a standby that lacked them: then other entries get the sequences
 * that were seen before.
 */
@Singleton
public final class DayReads {

  private final Transactions transactions;
  private final FigureQueries queries;
  private final HeadReads heads;
  private final Cache<Key, AccountFigures> figures;
  private final Cache<AgingKey, CellQueries.Open> agings;

  DayReads(
      Transactions transactions, FigureQueries queries, HeadReads heads, InquirySettings settings) {
    this.transactions = transactions;
    this.queries = queries;
    this.heads = heads;
    this.figures = Caffeine.newBuilder().maximumSize(settings.keptDays()).build();
    this.agings =
        Caffeine.newBuilder()
            .maximumWeight(settings.keptDays())
            .<AgingKey, CellQueries.Open>weigher((key, open) -> 1 + open.items().size())
            .build();
  }

  private record Key(
      AccountId account, String hash, LocalDate today, int lastTerms, LocalDate day) {}

  private record AgingKey(AccountId account, String hash, LocalDate day, Basis basis) {}

  /**
   * Where the account stands today, without a thread that waits.
   *
   * @param arrivedAt when the question came, by {@link System#nanoTime}
   */
  public CompletableFuture<AccountFigures> now(AccountId account, long arrivedAt) {
    return heads.since(account, arrivedAt).thenApply(HeadReads.Today::figures);
  }

  /** Where each account stands today, at one moment. */
  public Map<AccountId, AccountFigures> ofAll() {
    return heads.ofAll();
  }

  /**
   * Where the account stands on a day.
   *
   * @param asOf the day; null is today
   * @param arrivedAt when the question came, by {@link System#nanoTime}
   * @throws tradecredit.platform.UnavailableException in an outage
   */
  public AccountFigures figures(AccountId account, @Nullable LocalDate asOf, long arrivedAt) {
    HeadReads.Today today = heads.await(account, arrivedAt);
    AccountFigures now = today.figures();
    if (asOf == null || (today.dayIsSeen() && asOf.equals(now.businessDate()))) {
      return now;
    }
    Key key = new Key(account, now.hash(), now.businessDate(), today.lastTerms(), asOf);
    AccountFigures kept = figures.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    AccountFigures read =
        transactions.withoutTransaction(connection -> queries.figures(connection, account, asOf));
    if (today.dayIsSeen()
        && read.hash().equals(key.hash())
        && read.businessDate().equals(key.today())) {
      figures.put(key, read);
    }
    return read;
  }

  /**
   * What is owed by age.
   *
   * @param asOf on which day; null is today
   * @param basis whether days are counted from due dates or from invoice dates
   * @param arrivedAt when the question came, by {@link System#nanoTime}
   * @throws tradecredit.platform.UnavailableException in an outage
   */
  public AgingReading aging(
      AccountId account,
      @Nullable LocalDate asOf,
      Basis basis,
      BucketBounds bounds,
      long arrivedAt) {
    AccountFigures now = heads.await(account, arrivedAt).figures();
    LocalDate day = asOf == null ? now.businessDate() : asOf;
    CellQueries.Open open = agings.getIfPresent(new AgingKey(account, now.hash(), day, basis));
    if (open == null) {
      open =
          transactions.withoutTransaction(
              connection -> CellQueries.open(connection, account.value(), day, basis));
      agings.put(new AgingKey(account, open.hash(), day, basis), open);
    }
    return new AgingReading(
        day, open.sequence(), Aging.of(day, bounds, open.items(), open.unappliedCredit()));
  }
}
