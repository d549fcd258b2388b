package tradecredit.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account once more, as plainly as it can be said. It knows no batches, no movements, no running
 * figures; it is there to disagree. Each act answers the code of its refusal, or null.
 */
final class DeskModel extends DeskFigures {

  DeskModel(boolean requiresGoodStanding) {
    super(requiresGoodStanding);
  }

  @Nullable String invoice(String number, LocalDate date, long amount, boolean delivered) {
    if (find(number) != null) {
      return "invoice-number-taken";
    }
    String refusal = dates(date);
    if (refusal == null && !delivered) {
      refusal = supply(amount);
    }
    if (refusal != null) {
      return refusal;
    }
    invoices.add(
        new Invoice(number, date, date.plusDays(termsOn(date).netDays()), invoices.size(), amount));
    return done(date, amount);
  }

  private @Nullable String supply(long amount) {
    if (onHold) {
      return "account-on-hold";
    }
    if (requiresGoodStanding && !good()) {
      return "account-not-in-good-standing";
    }
    return balance() + amount > termsOn(today).limit() ? "credit-limit-exceeded" : null;
  }

  @Nullable String payment(
      String reference, LocalDate date, long amount, @Nullable Map<String, Long> wanted) {
    if (payments.stream().anyMatch(payment -> payment.reference.equals(reference))) {
      return "payment-reference-taken";
    }
    String refusal = dates(date);
    if (refusal == null && wanted != null) {
      refusal = allocations(wanted, amount, Map.of());
    }
    if (refusal != null) {
      return refusal;
    }
    Credit credit = new Credit(reference, date, amount);
    payments.add(credit);
    long rest = amount;
    for (Invoice invoice : wanted == null ? oldest() : named(wanted)) {
      long part =
          wanted == null ? Math.min(rest, invoice.free()) : wanted.getOrDefault(invoice.number, 0L);
      if (part > 0) {
        apply(credit, invoice, part);
        rest -= part;
      }
    }
    shortfall = Math.max(0, shortfall - amount);
    return done(date, -amount);
  }

  @Nullable String paymentReturn(Credit payment, LocalDate date) {
    if (payment.returned) {
      return "payment-already-returned";
    }
    if (date.isBefore(payment.received)) {
      return "returned-before-received";
    }
    String refusal = dates(date);
    if (refusal != null) {
      return refusal;
    }
    LocalDate effective = effective(payment, date);
    reopen(payment, effective);
    payment.returned = true;
    shortfall += payment.amount;
    return done(effective, payment.amount);
  }

  /**
   * The returned date; but the payment stays in the book until it was taken off an invoice, and
   * until an invoice that it paid was moved after that: neither can be undone before it was done.
   */
  private static LocalDate effective(Credit payment, LocalDate returned) {
    LocalDate effective =
        payment.lastLifted == null ? returned : later(returned, payment.lastLifted);
    for (Map.Entry<Invoice, Applied> paid : payment.applied.entrySet()) {
      LocalDate moved = paid.getKey().moved;
      if (moved.isAfter(paid.getValue().effective())) {
        effective = later(effective, moved);
      }
    }
    return effective;
  }

  @Nullable String reallocation(Credit credit, Map<String, Long> wanted) {
    if (credit.returned) {
      return "payment-already-returned";
    }
    String refusal = allocations(wanted, credit.amount, credit.applied);
    if (refusal != null) {
      return refusal;
    }
    if (!credit.applied.isEmpty()) {
      credit.lastLifted = today;
    }
    if (!credit.applied.isEmpty() || !wanted.isEmpty()) {
      credit.moved = today;
    }
    reopen(credit, today);
    named(wanted)
        .forEach(invoice -> apply(credit, invoice, wanted.getOrDefault(invoice.number, 0L)));
    return done(today, 0);
  }

  @Nullable String creditNote(
      String number, LocalDate date, long amount, @Nullable String against) {
    if (notes.stream().anyMatch(note -> note.reference.equals(number))) {
      return "credit-note-number-taken";
    }
    String refusal = dates(date);
    if (refusal == null && against != null) {
      refusal = allocations(Map.of(against, amount), amount, Map.of());
    }
    if (refusal != null) {
      return refusal;
    }
    Credit note = new Credit(number, date, amount);
    notes.add(note);
    long rest = amount;
    List<Invoice> targets = against == null ? oldest() : named(Map.of(against, amount));
    for (Invoice invoice : targets) {
      long part = Math.min(rest, invoice.free());
      if (part > 0) {
        apply(note, invoice, part);
        rest -= part;
      }
    }
    return done(date, -amount);
  }

  @Nullable String writeOff(String number, long amount) {
    Invoice invoice = find(number);
    if (invoice == null) {
      return "invoice-unknown";
    }
    if (amount > invoice.free()) {
      return "write-off-exceeds-open-amount";
    }
    writeOffs.add(new WriteOff(invoice, amount));
    return done(today, 0);
  }

  @Nullable String decide(WriteOff writeOff, String verdict, boolean proposer) {
    if (writeOff.decided) {
      return "write-off-already-decided";
    }
    boolean withdrawn = verdict.equals("withdrawn");
    if (withdrawn != proposer) {
      return proposer ? "approval-by-proposer" : "withdrawal-by-other";
    }
    boolean approved = verdict.equals("approved");
    if (approved && writeOff.amount > writeOff.invoice.free()) {
      return "write-off-exceeds-open-amount";
    }
    writeOff.decided = true;
    if (approved) {
      apply(writeOff.invoice, writeOff.amount, today);
    }
    return done(today, approved ? -writeOff.amount : 0);
  }

  @Nullable String dispute(Invoice invoice, long wanted, long firstCard, long lastCard) {
    long amount = wanted == 0 ? invoice.free() : wanted;
    if (amount == 0 || amount > invoice.free()) {
      return "dispute-exceeds-open-amount";
    }
    boolean overlap =
        firstCard > 0
            && disputes.stream()
                .anyMatch(
                    other ->
                        !other.resolved
                            && other.firstCard > 0
                            && other.firstCard <= lastCard
                            && firstCard <= other.lastCard);
    if (overlap) {
      return "cards-in-dispute";
    }
    disputes.add(new Dispute(invoice, amount, firstCard, lastCard));
    invoice.disputed += amount;
    invoice.moved = today;
    return done(today, 0);
  }

  @Nullable String resolve(Dispute dispute, boolean upheld, long wanted) {
    if (dispute.resolved) {
      return "dispute-already-resolved";
    }
    long credited = upheld ? (wanted == 0 ? dispute.amount : wanted) : 0;
    if (credited > dispute.amount) {
      return "credit-exceeds-dispute";
    }
    dispute.resolved = true;
    dispute.invoice.disputed -= dispute.amount;
    apply(dispute.invoice, credited, today);
    return done(today, -credited);
  }

  @Nullable String hold() {
    if (onHold) {
      return "already-on-hold";
    }
    onHold = true;
    return done(today, 0);
  }

  @Nullable String lift() {
    if (!onHold) {
      return "not-on-hold";
    }
    onHold = false;
    return done(today, 0);
  }

  @Nullable String acknowledge(int breach) {
    if (acknowledged.get(breach)) {
      return "breach-already-acknowledged";
    }
    acknowledged.set(breach, true);
    return done(today, 0);
  }

  @Nullable String amend(Amendment amendment) {
    if (amendment.from.isBefore(today)) {
      return "terms-effective-in-past";
    }
    amendments.add(amendment);
    return done(today, 0);
  }

  @Nullable String decide(Amendment amendment, String verdict, boolean bySupplier) {
    if (amendment.decided) {
      return "amendment-already-decided";
    }
    boolean proposer = amendment.bySupplier == bySupplier;
    boolean withdrawn = verdict.equals("withdrawn");
    if (withdrawn != proposer) {
      return proposer ? "approval-by-proposing-side" : "withdrawal-by-other";
    }
    amendment.decided = true;
    if (verdict.equals("approved")) {
      terms.add(new Agreed(later(amendment.from, today), amendment.limit, amendment.netDays));
    }
    return done(today, 0);
  }

  /**
   * The other account's half always stands: its invoice is made for it and paid by nothing else.
   */
  @Nullable String setOff(SetOff setOff) {
    String refusal = allocations(setOff.parts, setOff.amount(), Map.of());
    if (refusal != null) {
      return refusal;
    }
    setOffs.add(setOff);
    return done(today, 0);
  }

  @Nullable String decide(SetOff setOff, String verdict, boolean bySupplier) {
    if (setOff.decided) {
      return "set-off-already-decided";
    }
    boolean proposer = setOff.bySupplier == bySupplier;
    if (verdict.equals("withdrawn") != proposer) {
      return proposer ? "approval-by-proposing-side" : "withdrawal-by-other";
    }
    boolean approved = verdict.equals("approved");
    String refusal = approved ? allocations(setOff.parts, setOff.amount(), Map.of()) : null;
    if (refusal != null) {
      return refusal;
    }
    setOff.decided = true;
    if (!approved) {
      return done(today, 0);
    }
    named(setOff.parts)
        .forEach(one -> apply(one, setOff.parts.getOrDefault(one.number, 0L), today));
    shortfall = Math.max(0, shortfall - setOff.amount());
    return done(today, -setOff.amount());
  }
}
