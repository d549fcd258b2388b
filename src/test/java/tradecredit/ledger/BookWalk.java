package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tradecredit.money.Money;

/**
 * Walks all that a book wrote since it was empty, day by day, and asserts what must hold on every
 * as-of date.
 */
final class BookWalk {

  private final List<Journal.Page> pages;
  private final TreeMap<LocalDate, Money> entriesOn = new TreeMap<>();
  private final TreeMap<LocalDate, Map<Long, Open>> invoicesOn = new TreeMap<>();
  private final TreeMap<LocalDate, Map<Long, Open>> creditsOn = new TreeMap<>();

  /** What an invoice or a credit adds up to. */
  private record Open(Money amount, int invoices) {
    Open plus(Open other) {
      return new Open(amount.plus(other.amount), invoices + other.invoices);
    }
  }

  private BookWalk(List<Journal.Page> pages) {
    this.pages = pages;
    for (Journal.Page page : pages) {
      entriesOn.merge(page.entry().effectiveDate(), page.entry().amount(), Money::plus);
      page.movements().forEach(this::sort);
    }
  }

  private void sort(Movement movement) {
    boolean item = movement.kind() == Movement.Kind.ITEM;
    long key =
        Objects.requireNonNull(item ? movement.invoiceSequence() : movement.creditSequence());
    (item ? invoicesOn : creditsOn)
        .computeIfAbsent(movement.effectiveDate(), day -> new HashMap<>())
        .merge(key, new Open(movement.amount(), movement.openInvoices()), Open::plus);
  }

  /** Asserts everything of a book that began empty and wrote everything in its present batch. */
  static void holds(OpenBook book) {
    BookWalk walk = new BookWalk(book.journal().pages());
    walk.sumsHold(book.position());
    walk.everyDayHolds();
    walk.chainHolds(book.position());
  }

  private void sumsHold(Position position) {
    Money entries = ABook.sum(pages.stream().map(page -> page.entry().amount()).toList());
    Money movements =
        ABook.sum(
            pages.stream()
                .flatMap(page -> page.movements().stream())
                .map(Movement::amount)
                .toList());
    Money open = ABook.sum(sums(invoicesOn).values().stream().map(Open::amount).toList());
    Money unapplied =
        ABook.sum(sums(creditsOn).values().stream().map(Open::amount).toList()).negated();
    assertThat(entries).as("sum of entries").isEqualTo(position.balance());
    assertThat(movements).as("sum of movements").isEqualTo(position.balance());
    assertThat(open.minus(unapplied)).as("open less unapplied").isEqualTo(position.balance());
    assertThat(unapplied).as("unapplied credit").isEqualTo(position.unappliedCredit());
  }

  private static Map<Long, Open> sums(SortedMap<LocalDate, Map<Long, Open>> days) {
    Map<Long, Open> sums = new HashMap<>();
    days.values().forEach(day -> day.forEach((key, open) -> sums.merge(key, open, Open::plus)));
    return sums;
  }

  private void everyDayHolds() {
    Map<Long, Open> invoices = new HashMap<>();
    Map<Long, Open> credits = new HashMap<>();
    Money balance = Money.ZERO;
    TreeSet<LocalDate> days = new TreeSet<>(invoicesOn.keySet());
    days.addAll(creditsOn.keySet());
    for (LocalDate day : days) {
      invoicesOn
          .getOrDefault(day, Map.of())
          .forEach((key, open) -> invoices.merge(key, open, Open::plus));
      creditsOn
          .getOrDefault(day, Map.of())
          .forEach((key, open) -> credits.merge(key, open, Open::plus));
      balance = balance.plus(entriesOn.getOrDefault(day, Money.ZERO));
      invoices.forEach((invoice, open) -> assertOpen(day, invoice, open));
      credits.forEach((credit, open) -> assertUnapplied(day, credit, open));
      assertSum(day, balance, invoices, credits);
    }
  }

  private static void assertSum(
      LocalDate day, Money balance, Map<Long, Open> invoices, Map<Long, Open> credits) {
    Money open = ABook.sum(invoices.values().stream().map(Open::amount).toList());
    Money unapplied = ABook.sum(credits.values().stream().map(Open::amount).toList());
    if (!open.plus(unapplied).equals(balance)) {
      throw new AssertionError(
          "as of %s movements are %s %s, entries %s".formatted(day, open, unapplied, balance));
    }
  }

  private static void assertOpen(LocalDate day, long invoice, Open open) {
    if (open.amount().isNegative() || open.invoices() != (open.amount().isPositive() ? 1 : 0)) {
      throw new AssertionError("as of %s invoice %d is %s".formatted(day, invoice, open));
    }
  }

  private static void assertUnapplied(LocalDate day, long credit, Open open) {
    if (open.amount().isPositive() || open.invoices() != 0) {
      throw new AssertionError("as of %s credit %d is %s".formatted(day, credit, open));
    }
  }

  private void chainHolds(Position position) {
    Money balance = Money.ZERO;
    String hash = EntryChain.GENESIS;
    long sequence = 0;
    for (Journal.Page page : pages) {
      Entry entry = page.entry();
      assertThat(entry.sequence()).as("sequence").isEqualTo(++sequence);
      assertThat(entry.previousHash()).as("previous hash of %d", sequence).isEqualTo(hash);
      assertThat(entry.balanceBefore()).as("balance before %d", sequence).isEqualTo(balance);
      assertThat(entry.balanceAfter())
          .as("balance after %d", sequence)
          .isEqualTo(balance.plus(entry.amount()));
      balance = entry.balanceAfter();
      hash = entry.hash();
    }
    if (!pages.isEmpty()) {
      Journal.Page last = pages.getLast();
      assertThat(EntryChain.hash(last.entry(), last.document(), last.movements())).isEqualTo(hash);
    }
    assertThat(position.hash()).as("the position's hash").isEqualTo(hash);
    assertThat(position.sequence()).as("the position's sequence").isEqualTo(sequence);
  }
}
