package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * The invoices that one batch may meet, as they are now: those it names, those that its automatic
 * allocations may reach (oldest first, together at least as much as the batch's payments), and
 * those it opens itself. Working state of one batch, used by one thread.
 */
public final class OpenItems {

  private final Map<String, OpenItem> byNumber = new HashMap<>();
  private final Map<Long, String> numbers = new HashMap<>();
  private final TreeSet<OpenItem> allocatable = new TreeSet<>(OpenItem.OLDEST_FIRST);
  private final Set<String> takenReferences = new HashSet<>();
  private final Map<Long, OpenItem> changed = new LinkedHashMap<>();
  private final List<String> opened = new ArrayList<>();

  /** Begins with what was loaded. */
  public OpenItems(Collection<OpenItem> loaded, Collection<String> takenReferences) {
    loaded.forEach(this::put);
    this.takenReferences.addAll(takenReferences);
  }

  boolean isTaken(InvoiceNumber number) {
    return byNumber.containsKey(number.value());
  }

  boolean isTaken(PaymentReference reference) {
    return takenReferences.contains(reference.value());
  }

  @Nullable OpenItem find(InvoiceNumber number) {
    return byNumber.get(number.value());
  }

  /** The item of an invoice that was loaded or opened here. */
  OpenItem get(long sequence) {
    String number = numbers.get(sequence);
    OpenItem item = number == null ? null : byNumber.get(number);
    if (item == null) {
      throw new IllegalStateException("invoice " + sequence + " was not loaded");
    }
    return item;
  }

  /** The item of an invoice that the rules have found. */
  OpenItem named(Posting.WantedAllocation wanted) {
    OpenItem item = byNumber.get(wanted.invoice().value());
    if (item == null) {
      throw new IllegalStateException("invoice " + wanted.invoice() + " was found a moment ago");
    }
    return item;
  }

  void open(OpenItem item) {
    put(item);
    opened.add(item.number().value());
  }

  void take(PaymentReference reference) {
    takenReferences.add(reference.value());
  }

  void replace(OpenItem before, OpenItem after) {
    allocatable.remove(before);
    put(after);
    changed.put(after.sequence(), after);
  }

  /** The oldest items that together take {@code amount}, or all there are. */
  List<OpenItem> oldest(Money amount) {
    List<OpenItem> chosen = new ArrayList<>();
    Money rest = amount;
    for (OpenItem item : allocatable) {
      if (!rest.isPositive()) {
        break;
      }
      chosen.add(item);
      rest = rest.minus(item.allocatable());
    }
    return chosen;
  }

  /**
   * Invoices that these movements made past due: nothing of them was past due before. Oldest first.
   *
   * <p>Example: a payment of 300.00 had paid an invoice of 200.00 whole and 100.00 of one of
   * 150.00, and both were due yesterday. Its return makes the first past due; the second was so
   * already, with the 50.00 that were open.
   */
  List<OpenItem> turnedLate(List<Movement> movements, LocalDate businessDate) {
    Map<Long, Money> owedMore = new HashMap<>();
    for (Movement movement : movements) {
      Long invoice = movement.invoiceSequence();
      if (invoice != null && movement.dueDate().isBefore(businessDate)) {
        owedMore.merge(invoice, movement.amount().minus(movement.disputedAmount()), Money::plus);
      }
    }
    List<OpenItem> late = new ArrayList<>();
    owedMore.forEach(
        (invoice, more) -> {
          OpenItem item = get(invoice);
          if (item.allocatable().isPositive() && !item.allocatable().isGreaterThan(more)) {
            late.add(item);
          }
        });
    late.sort(OpenItem.OLDEST_FIRST);
    return late;
  }

  /**
   * The items that were applied to, re-opened or disputed, as they are at the batch's end; one that
   * it opened itself is among them only if that happened to it.
   */
  public Collection<OpenItem> changed() {
    return changed.values();
  }

  /** The item of an invoice that was opened by this batch, as it is at the batch's end. */
  public OpenItem atTheEnd(Document.Invoice invoice) {
    OpenItem item = byNumber.get(invoice.number().value());
    if (item == null) {
      throw new IllegalStateException("invoice " + invoice.number() + " was not opened here");
    }
    return item;
  }

  int openedCount() {
    return opened.size();
  }

  /**
   * Forgets what was opened after the first {@code count}; only for items that nothing was applied
   * to.
   */
  void closeOpenedAfter(int count) {
    while (opened.size() > count) {
      OpenItem item = byNumber.remove(opened.removeLast());
      if (item != null) {
        numbers.remove(item.sequence());
        allocatable.remove(item);
      }
    }
  }

  private void put(OpenItem item) {
    byNumber.put(item.number().value(), item);
    numbers.put(item.sequence(), item.number().value());
    if (item.allocatable().isPositive()) {
      allocatable.add(item);
    }
  }
}
