package tradecredit.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link DeskModel}: each counted anew from lists of invoices and credits. Amounts
 * are cents.
 */
class DeskFigures {

  static final LocalDate FIRST = LocalDate.parse("2001-05-16");

  final List<Invoice> invoices = new ArrayList<>();
  final List<Credit> payments = new ArrayList<>();
  final List<Credit> notes = new ArrayList<>();
  final List<Dispute> disputes = new ArrayList<>();
  final List<WriteOff> writeOffs = new ArrayList<>();
  final List<Amendment> amendments = new ArrayList<>();
  final List<SetOff> setOffs = new ArrayList<>();
  final List<Boolean> acknowledged = new ArrayList<>();
  final List<Moved> entries = new ArrayList<>();
  final List<Agreed> terms = new ArrayList<>();
  final List<LocalDate> turns = new ArrayList<>();
  final List<String> fellPastDue = new ArrayList<>();
  private final Set<Invoice> late = new HashSet<>();
  final boolean requiresGoodStanding;
  LocalDate today = FIRST;
  boolean onHold;
  long shortfall;
  boolean breached;

  DeskFigures(boolean requiresGoodStanding) {
    this.requiresGoodStanding = requiresGoodStanding;
    terms.add(new Agreed(FIRST, 5_000_000L, 21));
  }

  /** What is to be netted, and by which side proposed. */
  static final class SetOff {
    final Map<String, Long> parts;
    final boolean bySupplier;
    boolean decided;

    SetOff(Map<String, Long> parts, boolean bySupplier) {
      this.parts = Map.copyOf(parts);
      this.bySupplier = bySupplier;
    }

    long amount() {
      return parts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** An entry's effective date and amount. */
  record Moved(LocalDate effective, long amount) {}

  /** What was agreed for a day; null is what stays. */
  record Agreed(LocalDate from, @Nullable Long limit, @Nullable Integer netDays) {}

  /** The terms of a day. */
  record Terms(long limit, int netDays) {}

  /** An invoice. */
  static final class Invoice {
    final String number;
    final LocalDate date;
    final LocalDate due;
    final int place;
    long open;
    long disputed;
    LocalDate moved;

    Invoice(String number, LocalDate date, LocalDate due, int place, long total) {
      this.number = number;
      this.date = date;
      this.due = due;
      this.place = place;
      this.open = total;
      this.moved = date;
    }

    long free() {
      return open - disputed;
    }
  }

  /** So much of a credit that an invoice is paid with, and from which day on. */
  record Applied(long amount, LocalDate effective) {}

  /** A payment or a credit note. */
  static final class Credit {
    final String reference;
    final LocalDate received;
    final long amount;
    final Map<Invoice, Applied> applied = new LinkedHashMap<>();
    LocalDate moved;
    @Nullable LocalDate lastLifted;
    boolean returned;

    Credit(String reference, LocalDate received, long amount) {
      this.reference = reference;
      this.received = received;
      this.amount = amount;
      this.moved = received;
    }

    long unapplied() {
      return returned ? 0 : amount - applied.values().stream().mapToLong(Applied::amount).sum();
    }
  }

  /** A dispute. */
  static final class Dispute {
    final Invoice invoice;
    final long amount;
    final long firstCard;
    final long lastCard;
    boolean resolved;

    Dispute(Invoice invoice, long amount, long firstCard, long lastCard) {
      this.invoice = invoice;
      this.amount = amount;
      this.firstCard = firstCard;
      this.lastCard = lastCard;
    }
  }

  /** A write-off. */
  static final class WriteOff {
    final Invoice invoice;
    final long amount;
    boolean decided;

    WriteOff(Invoice invoice, long amount) {
      this.invoice = invoice;
      this.amount = amount;
    }
  }

  /** An amendment; null is what it leaves as it is. */
  static final class Amendment {
    final boolean bySupplier;
    final LocalDate from;
    final @Nullable Long limit;
    final @Nullable Integer netDays;
    boolean decided;

    Amendment(boolean bySupplier, LocalDate from, @Nullable Long limit, @Nullable Integer netDays) {
      this.bySupplier = bySupplier;
      this.from = from;
      this.limit = limit;
      this.netDays = netDays;
    }
  }

  /** Of each part, the last word of the latest day that has one. */
  Terms termsOn(LocalDate date) {
    long limit = 0;
    int netDays = 0;
    List<Agreed> byDay = new ArrayList<>(terms);
    byDay.sort(Comparator.comparing(Agreed::from));
    for (Agreed agreed : byDay) {
      if (!agreed.from().isAfter(date)) {
        limit = agreed.limit() == null ? limit : agreed.limit();
        netDays = agreed.netDays() == null ? netDays : agreed.netDays();
      }
    }
    return new Terms(limit, netDays);
  }

  long balance() {
    return invoices.stream().mapToLong(invoice -> invoice.open).sum() - unapplied();
  }

  long balanceAsOf(LocalDate day) {
    return entries.stream()
        .filter(entry -> !entry.effective().isAfter(day))
        .mapToLong(Moved::amount)
        .sum();
  }

  long unapplied() {
    return Stream.concat(payments.stream(), notes.stream()).mapToLong(Credit::unapplied).sum();
  }

  long disputed() {
    return invoices.stream().mapToLong(invoice -> invoice.disputed).sum();
  }

  long pastDue() {
    return invoices.stream()
        .filter(invoice -> invoice.due.isBefore(today))
        .mapToLong(Invoice::free)
        .sum();
  }

  long overLimit() {
    return Math.max(0, balance() - termsOn(today).limit());
  }

  boolean good() {
    return pastDue() == 0 && overLimit() == 0 && shortfall == 0;
  }

  @Nullable Invoice find(String number) {
    return invoices.stream()
        .filter(invoice -> invoice.number.equals(number))
        .findFirst()
        .orElse(null);
  }

  @Nullable String dates(LocalDate date) {
    if (date.isBefore(FIRST)) {
      return "effective-date-before-agreement";
    }
    return date.isAfter(today) ? "effective-date-in-future" : null;
  }

  /** What follows from each accepted act. */
  @Nullable String done(LocalDate effective, long amount) {
    entries.add(new Moved(effective, amount));
    if (balance() <= 0) {
      shortfall = 0;
    }
    judge();
    return null;
  }

  void judge() {
    boolean over = overLimit() > 0;
    if (over && !breached) {
      acknowledged.add(false);
    }
    breached = over;
    boolean turned = good() == (turns.size() % 2 != 0);
    if (turned) {
      turns.add(today);
    }
    tellOfLate();
  }

  /** The day of the last turn of standing up to that day, or null; it begins good. */
  @Nullable LocalDate since(LocalDate day) {
    return turns.stream()
        .filter(turn -> !turn.isAfter(day))
        .reduce((one, next) -> next)
        .orElse(null);
  }

  private void tellOfLate() {
    late.removeIf(invoice -> invoice.free() == 0);
    oldest().stream()
        .filter(invoice -> invoice.due.isBefore(today))
        .filter(late::add)
        .forEach(invoice -> fellPastDue.add(invoice.number + " " + invoice.free()));
  }

  void turnTo(LocalDate date) {
    while (today.isBefore(date)) {
      today = today.plusDays(1);
      judge();
    }
  }

  List<Invoice> oldest() {
    return invoices.stream()
        .filter(invoice -> invoice.free() > 0)
        .sorted(
            Comparator.comparing((Invoice invoice) -> invoice.due)
                .thenComparing(invoice -> invoice.date)
                .thenComparingInt(invoice -> invoice.place))
        .toList();
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  LocalDate apply(Invoice invoice, long amount, LocalDate moved) {
    invoice.moved = later(moved, invoice.moved);
    invoice.open -= amount;
    return invoice.moved;
  }

  void apply(Credit credit, Invoice invoice, long amount) {
    credit.moved = apply(invoice, amount, credit.moved);
    credit.applied.put(invoice, new Applied(amount, credit.moved));
  }

  /** What a credit had paid is open again from a day on, but not before it was paid. */
  void reopen(Credit credit, LocalDate effective) {
    credit.applied.forEach(
        (invoice, applied) -> {
          invoice.open += applied.amount();
          invoice.moved = later(effective, applied.effective());
        });
    credit.applied.clear();
  }

  List<Invoice> named(Map<String, Long> wanted) {
    List<Invoice> named = new ArrayList<>();
    for (String number : wanted.keySet()) {
      Invoice invoice = find(number);
      if (invoice != null) {
        named.add(invoice);
      }
    }
    return named;
  }

  @Nullable String allocations(
      Map<String, Long> wanted, long amount, Map<Invoice, Applied> lifted) {
    List<Invoice> named = named(wanted);
    if (named.size() < wanted.size()) {
      return "invoice-unknown";
    }
    for (Invoice invoice : named) {
      Applied given = lifted.get(invoice);
      if (wanted.getOrDefault(invoice.number, 0L)
          > invoice.free() + (given == null ? 0 : given.amount())) {
        return "allocation-exceeds-open-amount";
      }
    }
    return wanted.values().stream().mapToLong(Long::longValue).sum() > amount
        ? "allocations-exceed-payment"
        : null;
  }
}
