package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tradecredit.money.Money;

/**
 * Applies one credit to invoices and takes applications back: each step moves the invoice, the
 * credit and the working items together, so that no movement stands alone.
 */
final class Applications {

  private final OpenItems items;
  private final long creditSequence;
  private final List<Movement> movements = new ArrayList<>();
  private final List<Document.Allocation> allocations = new ArrayList<>();
  private LocalDate moved;

  /**
   * Begins at the credit's latest movement.
   *
   * @param creditSequence the credit's entry
   */
  Applications(OpenItems items, long creditSequence, LocalDate moved) {
    this.items = items;
    this.creditSequence = creditSequence;
    this.moved = moved;
  }

  /** A credit comes into the book, applied to nothing yet. */
  void enter(Money amount) {
    movements.add(Movement.credited(creditSequence, moved, amount));
  }

  /** The credit leaves the book. All its applications must be taken back before. */
  void cancel(Money amount) {
    movements.add(Movement.drawn(creditSequence, moved, amount));
  }

  /**
   * Applies a part of the credit, effective on the latest of the credit's date, the invoice's date,
   * and the latest effective date among earlier movements of the invoice and of the credit.
   *
   * <p>Example: a payment received on 1 June pays first an invoice of 3 June, then one of 20 May.
   * The first part is effective on 3 June; so is the second, because the credit has moved on that
   * day.
   */
  void apply(OpenItem item, Money amount) {
    moved = Later.of(moved, item.lastMovementDate());
    movements.add(Movement.applied(item, creditSequence, moved, amount));
    movements.add(Movement.drawn(creditSequence, moved, amount));
    allocations.add(new Document.Allocation(item.sequence(), item.number(), amount, moved));
    items.replace(item, item.apply(amount, moved));
  }

  /**
   * Takes an application back. That is effective on the act's date, or on the application's own
   * date where it is later: the two cancel out on that day.
   */
  Document.Allocation lift(Document.Allocation standing) {
    OpenItem item = items.get(standing.invoiceSequence());
    LocalDate lifted = Later.of(moved, standing.effectiveDate());
    movements.add(Movement.lifted(item, creditSequence, lifted, standing.amount()));
    movements.add(Movement.credited(creditSequence, lifted, standing.amount()));
    items.replace(item, item.reopen(standing.amount(), lifted));
    return new Document.Allocation(item.sequence(), item.number(), standing.amount(), lifted);
  }

  /** Applies the credit to the oldest items until it is used up; what is left stays unapplied. */
  void applyToOldest(Money amount) {
    Money rest = amount;
    for (OpenItem item : items.oldest(amount)) {
      Money part = rest.min(item.allocatable());
      apply(item, part);
      rest = rest.minus(part);
    }
  }

  List<Movement> movements() {
    return movements;
  }

  List<Document.Allocation> allocations() {
    return allocations;
  }

  /** The credit after its first applications. */
  Desk.Credit asLeft(Act act, Money unapplied) {
    return new Desk.Credit(act, creditSequence, unapplied, moved, null, null, allocations);
  }
}
