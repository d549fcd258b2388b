package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.AgingReading;
import tradecredit.inquiry.DecidedInvoice;
import tradecredit.inquiry.Inquiries;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.inquiry.Moment;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Entry;
import tradecredit.ledger.EntryChain;
import tradecredit.store.figure.DayReads;
import tradecredit.store.figure.KnownFigures;
import tradecredit.store.record.OutcomeQueries;
import tradecredit.store.sql.Days;
import tradecredit.store.sql.Transactions;

/**
 * The read path in SQL. Most calls are one statement or one snapshot. Two kinds are not:
 *
 * <ul>
 *   <li>Entries that are effective in a period are read in several statements; {@link #effective}
 *       says why they are of one moment nevertheless.
 *   <li>Whatever is asked with {@code knownAt} is first sealed ({@link KnownFigures}), in
 *       statements of its own. Where the instant is so recent that something could still be
 *       recorded at it, that moves {@code recorded_at} in {@code account_head}: a reading may
 *       write. The seal, and not a common snapshot, is what keeps the later statements to one
 *       moment.
 * </ul>
 */
@Singleton
final class JdbcInquiries implements Inquiries {

  private final Transactions transactions;
  private final DayReads days;
  private final KnownFigures known;
  private final Entries entries;
  private final InvoiceReadings invoices;

  JdbcInquiries(
      Transactions transactions,
      DayReads days,
      KnownFigures known,
      Entries entries,
      InvoiceReadings invoices) {
    this.transactions = transactions;
    this.days = days;
    this.known = known;
    this.entries = entries;
    this.invoices = invoices;
  }

  @Override
  public AccountFigures figures(AccountId account, Moment moment, long arrivedAt) {
    Instant knownAt = moment.knownAt();
    return knownAt == null
        ? days.figures(account, moment.asOf(), arrivedAt)
        : known.figures(account, moment.asOf(), knownAt);
  }

  @Override
  public CompletionStage<AccountFigures> figuresNow(AccountId account, long arrivedAt) {
    return days.now(account, arrivedAt);
  }

  @Override
  public Map<AccountId, AccountFigures> figuresOfAll() {
    return days.ofAll();
  }

  @Override
  public AgingReading aging(
      AccountId account, Moment moment, Basis basis, BucketBounds bounds, long arrivedAt) {
    Instant knownAt = moment.knownAt();
    return knownAt == null
        ? days.aging(account, moment.asOf(), basis, bounds, arrivedAt)
        : known.aging(account, moment.asOf(), knownAt, basis, bounds);
  }

  @Override
  public Slice<InvoiceReading> invoices(
      AccountId account, InvoiceFilter filter, long after, int limit) {
    return invoices.page(account, filter, after, limit);
  }

  @Override
  public Optional<InvoiceReading> invoice(AccountId account, long sequence) {
    return invoices.one(account, sequence);
  }

  @Override
  public Slice<Entry> entries(
      AccountId account, @Nullable LocalDate from, Moment moment, long after, int limit) {
    List<EntryRow> rows =
        Transactions.tellingOutages(() -> rows(account, from, moment, after, limit + 1));
    return Slice.of(rows.stream().map(EntryRow::entry).toList(), limit);
  }

  private List<EntryRow> rows(
      AccountId account, @Nullable LocalDate from, Moment moment, long after, int most) {
    Instant knownAt = moment.knownAt();
    Period period = Period.of(from, moment.asOf());
    if (knownAt == null && period.isOpen()) {
      return entries.page(account.value(), after, most, EntryChain.GENESIS);
    }
    long last = knownAt == null ? Long.MAX_VALUE : known.lastSequence(account, knownAt);
    EffectiveEntries.Span asked = new EffectiveEntries.Span(after, last);
    List<EffectiveEntries.Span> spans = period.isOpen() ? List.of(asked) : spans(account, period);
    return effective(account.value(), period, spans, asked, most);
  }

  /** From one day to another, and with both. */
  private record Period(LocalDate first, LocalDate last) {

    static Period of(@Nullable LocalDate first, @Nullable LocalDate last) {
      return new Period(
          Objects.requireNonNullElse(first, Days.BEFORE_ALL),
          Objects.requireNonNullElse(last, Days.AFTER_ALL));
    }

    /** Whether every day is in it. */
    boolean isOpen() {
      return first.equals(Days.BEFORE_ALL) && last.equals(Days.AFTER_ALL);
    }
  }

  private List<EffectiveEntries.Span> spans(AccountId account, Period period) {
    return transactions.read(
        connection ->
            EffectiveEntries.spans(connection, account.value(), period.first(), period.last()));
  }

  /**
   * Reads the entries that are effective in a period, in several statements, each of a later
   * moment. Still they are of one moment, that of the last statement: all spans but the last are of
   * days that are over, where no entry is added any more, and entries never change.
   */
  private List<EntryRow> effective(
      String account,
      Period period,
      List<EffectiveEntries.Span> spans,
      EffectiveEntries.Span asked,
      int most) {
    List<EntryRow> rows = new ArrayList<>();
    for (EffectiveEntries.Span span : spans) {
      EffectiveEntries.Span part = span.within(asked.after(), asked.last());
      if (!part.isEmpty() && rows.size() < most) {
        rows.addAll(
            entries.effective(
                account,
                part.after(),
                part.last(),
                period.first(),
                period.last(),
                most - rows.size(),
                EntryChain.GENESIS));
      }
    }
    return rows;
  }

  @Override
  public Slice<Decision> decisions(AccountId account, long after, int limit) {
    return Slice.of(
        transactions.read(
            connection -> OutcomeQueries.page(connection, account.value(), after, limit + 1)),
        limit);
  }

  @Override
  public Map<Long, DecidedInvoice> decidedInvoices(AccountId account, List<Long> decisions) {
    return transactions
        .withoutTransaction(
            connection -> new OutcomeQueries(connection, account).invoices(decisions))
        .stream()
        .collect(Collectors.toMap(one -> one.decision().number(), Function.identity()));
  }
}
