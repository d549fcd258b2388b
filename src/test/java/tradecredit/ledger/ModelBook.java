package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/**
 * The book once more, as plainly as it can be said: every figure is counted anew from a list of
 * invoices. It knows no batches, no running figures, no movements; it is there to disagree.
 */
final class ModelBook {

  private static final int NET_DAYS = 21;

  private final long limit;
  private final boolean requiresGoodStanding;
  private final Set<String> references = new HashSet<>();
  private List<Item> items = new ArrayList<>();
  private LocalDate today;
  private long sequence;
  private long unapplied;

  ModelBook(String limit, LocalDate today, boolean requiresGoodStanding) {
    this.limit = Money.parse(limit).cents();
    this.today = today;
    this.requiresGoodStanding = requiresGoodStanding;
  }

  /** An invoice, settled ones too. */
  record Item(String number, LocalDate date, long sequence, long open) {

    LocalDate due() {
      return date.plusDays(NET_DAYS);
    }

    Item less(long paid) {
      return new Item(number, date, sequence, open - paid);
    }
  }

  /** Why it would be refused; null where it was posted. */
  @Nullable RefusalCode post(InvoicePosting invoice) {
    RefusalCode refusal = against(invoice);
    if (refusal == null) {
      sequence++;
      items.add(
          new Item(
              invoice.number().value(),
              invoice.invoiceDate(),
              sequence,
              invoice.requested().cents()));
    }
    return refusal;
  }

  private @Nullable RefusalCode against(InvoicePosting invoice) {
    if (find(invoice.number().value()) != null) {
      return RefusalCode.INVOICE_NUMBER_TAKEN;
    }
    RefusalCode wrongDate = against(invoice.invoiceDate());
    if (wrongDate != null) {
      return wrongDate;
    }
    if (requiresGoodStanding && standing() == Standing.NOT_GOOD) {
      return RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING;
    }
    return balance() + invoice.requested().cents() > limit
        ? RefusalCode.CREDIT_LIMIT_EXCEEDED
        : null;
  }

  private @Nullable RefusalCode against(LocalDate date) {
    if (date.isBefore(TestAgreement.EFFECTIVE)) {
      return RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT;
    }
    return date.isAfter(today) ? RefusalCode.EFFECTIVE_DATE_IN_FUTURE : null;
  }

  /** Posts all or none; true where all. */
  boolean post(List<InvoicePosting> batch) {
    List<Item> before = new ArrayList<>(items);
    long sequenceBefore = sequence;
    boolean all = true;
    for (InvoicePosting invoice : batch) {
      all = post(invoice) == null && all;
    }
    if (!all) {
      items = before;
      sequence = sequenceBefore;
    }
    return all;
  }

  /** Why it would be refused; null where it was posted. */
  @Nullable RefusalCode post(PaymentPosting payment) {
    if (references.contains(payment.reference().value())) {
      return RefusalCode.PAYMENT_REFERENCE_TAKEN;
    }
    RefusalCode refusal = against(payment.receivedDate());
    refusal = refusal == null ? against(payment.wanted(), payment.requested().cents()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    sequence++;
    references.add(payment.reference().value());
    unapplied += payment.requested().cents();
    if (payment.isAutomatic()) {
      payOldest(payment.requested().cents());
    } else {
      payment.wanted().forEach(wanted -> pay(item(wanted), wanted.amount().cents()));
    }
    return null;
  }

  private @Nullable RefusalCode against(List<WantedAllocation> allocations, long amount) {
    if (allocations.stream().anyMatch(wanted -> find(wanted.invoice().value()) == null)) {
      return RefusalCode.INVOICE_UNKNOWN;
    }
    if (allocations.stream().anyMatch(wanted -> wanted.amount().cents() > item(wanted).open())) {
      return RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT;
    }
    long sum = allocations.stream().mapToLong(wanted -> wanted.amount().cents()).sum();
    return sum > amount ? RefusalCode.ALLOCATIONS_EXCEED_PAYMENT : null;
  }

  private void payOldest(long amount) {
    long rest = amount;
    for (Item item : open()) {
      long paid = Math.min(rest, item.open());
      pay(item, paid);
      rest -= paid;
    }
  }

  private void pay(Item item, long amount) {
    unapplied -= amount;
    items.set(items.indexOf(item), item.less(amount));
  }

  void advanceTo(LocalDate date) {
    today = date;
  }

  long balance() {
    return items.stream().mapToLong(Item::open).sum() - unapplied;
  }

  long pastDue() {
    return items.stream().filter(item -> item.due().isBefore(today)).mapToLong(Item::open).sum();
  }

  Standing standing() {
    return pastDue() > 0 || balance() > limit ? Standing.NOT_GOOD : Standing.GOOD;
  }

  long unapplied() {
    return unapplied;
  }

  long sequence() {
    return sequence;
  }

  /** The invoices that are not settled, oldest first. */
  List<Item> open() {
    return items.stream()
        .filter(item -> item.open() > 0)
        .sorted(Comparator.comparing(Item::date).thenComparingLong(Item::sequence))
        .toList();
  }

  private @Nullable Item find(String number) {
    return items.stream().filter(item -> item.number().equals(number)).findFirst().orElse(null);
  }

  private Item item(WantedAllocation wanted) {
    Item item = find(wanted.invoice().value());
    if (item == null) {
      throw new IllegalStateException(wanted + " was found a moment ago");
    }
    return item;
  }
}
