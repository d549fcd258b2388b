package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.money.Money;

/**
 * One account's book, open for one batch: it decides each posting against the running position, in
 * the order given, and notes in its {@link Journal} exactly the rows that follow. Nothing is read
 * or written elsewhere. Used by one thread, under the account's lock, or written only if nothing
 * moved since what it was opened with; a refusal leaves the position's figures as they were.
 */
public final class Book {

  private final OpenItems items;
  private final Desk desk;
  private final Register register;

  /**
   * What was loaded for the batch.
   *
   * @param items the invoices it may meet
   * @param desk what it refers to beside them
   * @param schedule what falls due when
   */
  public record Contents(OpenItems items, Desk desk, DueSchedule schedule) {}

  /**
   * Opens the book at {@code position}, as loaded under the lock, with the database's clock read
   * after it, or at what both are foreseen to be.
   */
  public Book(Rules rules, Position position, Contents contents, Instant now) {
    this.items = contents.items();
    this.desk = contents.desk();
    this.register = new Register(rules, position, contents, now);
  }

  /** Where the account stands now. */
  public Position position() {
    return register.position();
  }

  /** What is to be written. */
  public Journal journal() {
    return register.journal();
  }

  /** The items the batch met. */
  public OpenItems items() {
    return items;
  }

  /** What the batch referred to beside them. */
  public Desk desk() {
    return desk;
  }

  Register register() {
    return register;
  }

  /** The rules by which the account is judged now. */
  public Rules rules() {
    return register.rules();
  }

  /**
   * Moves to a newer business date: each skipped day on which something fell past due or other
   * terms began is ended on its own, then the date itself. Does nothing on the same or an earlier
   * date. It leaves events, standing records and breaches, no entry and no sequence.
   *
   * @param date the new business date
   * @param falling the items with an open, undisputed part that fall due from the present business
   *     date to before {@code date}, oldest first
   */
  public void advanceTo(LocalDate date, List<OpenItem> falling) {
    LocalDate today = position().businessDate();
    if (!date.isAfter(today)) {
      return;
    }
    SortedMap<LocalDate, List<OpenItem>> days = new TreeMap<>();
    days.put(date, new ArrayList<>());
    for (LocalDate begins : register.rules().terms().beginningBetween(today, date)) {
      days.computeIfAbsent(begins, day -> new ArrayList<>());
    }
    for (OpenItem item : falling) {
      days.computeIfAbsent(item.dueDate().plusDays(1), day -> new ArrayList<>()).add(item);
    }
    days.forEach(register::turnTo);
  }

  /** Decides one posting and notes what follows. */
  public Outcome post(Posting posting, String principal) {
    return switch (posting) {
      case InvoicePosting invoice -> post(invoice, principal);
      case PaymentPosting payment -> post(payment, principal);
      case DeskPosting act -> new DeskActs(register, items, desk).post(act, principal);
      case SetOffPosting half ->
          throw new IllegalArgumentException(
              half.act() + " is decided on both accounts at once, see SetOff");
    };
  }

  /** Decides a batch that is posted whole or not at all. A refused one leaves one decision. */
  public BatchOutcome postAtomically(List<InvoicePosting> invoices, String principal) {
    Register.Mark mark = register.mark();
    int opened = items.openedCount();
    List<Outcome> outcomes = new ArrayList<>(invoices.size());
    List<BatchItem> refused = new ArrayList<>();
    Money total = Money.ZERO;
    for (int index = 0; index < invoices.size(); index++) {
      Outcome outcome = post(invoices.get(index), principal);
      outcomes.add(outcome);
      total = total.plus(invoices.get(index).requested());
      if (outcome instanceof Outcome.Refused no) {
        refused.add(new BatchItem(index, invoices.get(index).requested(), no.refusal()));
      }
    }
    if (refused.isEmpty()) {
      return new BatchOutcome.AllPosted(outcomes);
    }
    register.backTo(mark);
    items.closeOpenedAfter(opened);
    return refuseBatch(invoices, total, refused, principal);
  }

  private BatchOutcome refuseBatch(
      List<InvoicePosting> invoices, Money total, List<BatchItem> refused, String principal) {
    BatchItem first =
        refused.stream()
            .filter(item -> item.refusal().code() == RefusalCode.CREDIT_LIMIT_EXCEEDED)
            .findFirst()
            .orElse(refused.getFirst());
    Refusal whole = new Refusal.BatchRefused(invoices.size(), refused.size(), first.index());
    String firstNumber = invoices.getFirst().documentNumber();
    Decision decision = register.refuse(Act.INVOICE_BATCH, firstNumber, total, whole, principal);
    refused.forEach(item -> journal().add(new Journal.ItemRefusal(decision.number(), item)));
    Stream.concat(Stream.of(first), refused.stream())
        .map(BatchItem::refusal)
        .filter(refusal -> ToldEvents.of(refusal.code()) != null)
        .findFirst()
        .ifPresent(refusal -> register.tellOfRefusal(refusal, decision));
    return new BatchOutcome.NonePosted(decision, refused);
  }

  private Outcome post(InvoicePosting invoice, String principal) {
    Rules rules = register.rules();
    Refusal refusal =
        new InvoiceRules(rules, items).firstAgainst(invoice, position(), register.schedule());
    if (refusal != null) {
      return register.refuse(invoice, refusal, principal);
    }
    int netDays = rules.termsOn(invoice.invoiceDate()).netDays();
    LocalDate dueDate = invoice.invoiceDate().plusDays(netDays);
    Document.Invoice document =
        new Document.Invoice(
            register.nextSequence(),
            invoice.number(),
            invoice.invoiceDate(),
            dueDate,
            invoice.requested(),
            invoice.memo(),
            invoice.lines(),
            invoice.alreadyDelivered());
    OpenItem item =
        new OpenItem(
            document.sequence(),
            invoice.number(),
            invoice.invoiceDate(),
            dueDate,
            invoice.requested(),
            Money.ZERO,
            invoice.invoiceDate());
    items.open(item);
    return register.enter(
        new Register.Passage(
            document,
            invoice.requested(),
            invoice.invoiceDate(),
            List.of(Movement.opened(item)),
            principal),
        invoice);
  }

  private Outcome post(PaymentPosting payment, String principal) {
    PaymentRules paymentRules = new PaymentRules(register.rules(), items);
    Refusal refusal = paymentRules.firstAgainst(payment, position().businessDate());
    if (refusal != null) {
      return register.refuse(payment, refusal, principal);
    }
    long sequence = register.nextSequence();
    Applications applied = new Applications(items, sequence, payment.receivedDate());
    applied.enter(payment.requested());
    if (payment.isAutomatic()) {
      applied.applyToOldest(payment.requested());
    } else {
      payment.wanted().forEach(wanted -> applied.apply(items.named(wanted), wanted.amount()));
    }
    items.take(payment.reference());
    Document.Payment document =
        new Document.Payment(
            sequence,
            payment.reference(),
            payment.receivedDate(),
            payment.method(),
            payment.requested(),
            applied.allocations());
    desk.with(applied.asLeft(Act.PAYMENT, document.unapplied()));
    return register.enter(
        new Register.Passage(
            document,
            payment.requested().negated(),
            payment.receivedDate(),
            applied.movements(),
            principal),
        payment);
  }
}
