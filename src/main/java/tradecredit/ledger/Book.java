package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Terms;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.money.Money;

/**
 * One account's book, open for one batch: it decides each posting against the running position, in
 * the order given, and notes in its {@link Journal} exactly the rows that follow. Nothing is read
 * or written elsewhere. Used by one thread, under the account's lock; a refusal leaves the
 * position's figures as they were.
 */
public final class Book {

  private final Rules rules;
  private final OpenItems items;
  private final Instant now;
  private final Journal journal = new Journal();
  private DueSchedule schedule;
  private Position position;

  /**
   * Opens the book at {@code position}, as loaded under the lock, with the database's clock read
   * after it.
   */
  public Book(Rules rules, Position position, OpenItems items, DueSchedule schedule, Instant now) {
    this.rules = rules;
    this.position = position;
    this.items = items;
    this.schedule = schedule;
    this.now = now;
  }

  /** Where the account stands now. */
  public Position position() {
    return position;
  }

  /** What is to be written. */
  public Journal journal() {
    return journal;
  }

  /** The items the batch met. */
  public OpenItems items() {
    return items;
  }

  /** The instant of the next decision: the clock's, but always later than the last. */
  private Instant tick() {
    Instant next = position.recordedAt().plusNanos(1000);
    return now.isAfter(next) ? now : next;
  }

  /**
   * Moves to a newer business date: each skipped day on which something fell past due is judged on
   * its own, then the date itself. Does nothing on the same or an earlier date.
   *
   * @param date the new business date
   * @param dueOn what is open and undisputed, by due date, from the present business date to before
   *     {@code date}
   */
  public void advanceTo(LocalDate date, SortedMap<LocalDate, Money> dueOn) {
    if (!date.isAfter(position.businessDate())) {
      return;
    }
    SortedMap<LocalDate, Money> falling =
        new TreeMap<>(dueOn).subMap(position.businessDate(), date);
    falling.forEach((due, amount) -> judgeOn(due.plusDays(1), position.pastDue().plus(amount)));
    judgeOn(date, position.pastDue());
  }

  private void judgeOn(LocalDate date, Money pastDue) {
    StandingReasons before = reasons();
    position = position.onDate(date, pastDue);
    judgeStanding(before, tick(), null);
  }

  /** What stands against good standing as it is now. */
  private StandingReasons reasons() {
    return position.reasons(rules.termsOn(position.businessDate()));
  }

  /** Decides one posting and notes what follows. */
  public Outcome post(Posting posting, String principal) {
    return switch (posting) {
      case InvoicePosting invoice -> post(invoice, principal);
      case PaymentPosting payment -> post(payment, principal);
    };
  }

  /** Decides a batch that is posted whole or not at all. A refused one leaves one decision. */
  public BatchOutcome postAtomically(List<InvoicePosting> invoices, String principal) {
    Journal.Mark mark = journal.mark();
    Position before = position;
    DueSchedule scheduleBefore = schedule.copy();
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
    journal.backTo(mark);
    position = before;
    schedule = scheduleBefore;
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
    Decision decision = refuse(Act.INVOICE_BATCH, firstNumber, total, whole, principal);
    refused.forEach(item -> journal.add(new Journal.ItemRefusal(decision.number(), item)));
    tellOfRefusal(first.refusal(), decision);
    return new BatchOutcome.NonePosted(decision, refused);
  }

  private Outcome post(InvoicePosting invoice, String principal) {
    Refusal refusal = new InvoiceRules(rules, items).firstAgainst(invoice, position, schedule);
    if (refusal != null) {
      return refuse(invoice, refusal, principal);
    }
    int netDays = rules.termsOn(invoice.invoiceDate()).netDays();
    LocalDate dueDate = invoice.invoiceDate().plusDays(netDays);
    Document.Invoice document =
        new Document.Invoice(
            position.sequence() + 1,
            invoice.number(),
            invoice.invoiceDate(),
            dueDate,
            invoice.requested(),
            invoice.memo(),
            invoice.lines());
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
    fallsDue(dueDate, invoice.requested());
    Money pastDue = position.pastDue().plus(ifPastDue(dueDate, invoice.requested()));
    Passage passage =
        new Passage(
            document,
            invoice.requested(),
            invoice.invoiceDate(),
            List.of(Movement.opened(item)),
            principal);
    return enter(passage, invoice, pastDue, position.unappliedCredit());
  }

  private Outcome post(PaymentPosting payment, String principal) {
    PaymentRules paymentRules = new PaymentRules(rules, items);
    Refusal refusal = paymentRules.firstAgainst(payment, position.businessDate());
    if (refusal != null) {
      return refuse(payment, refusal, principal);
    }
    long sequence = position.sequence() + 1;
    List<Movement> movements = new ArrayList<>();
    List<Document.Allocation> allocations = new ArrayList<>();
    movements.add(Movement.credited(sequence, payment.receivedDate(), payment.requested()));
    Money pastDue = position.pastDue();
    LocalDate effectiveDate = payment.receivedDate();
    for (PaymentRules.Application application : paymentRules.applications(payment)) {
      effectiveDate = application.effectiveDate(effectiveDate);
      OpenItem item = application.item();
      movements.add(Movement.applied(item, sequence, effectiveDate, application.amount()));
      movements.add(Movement.drawn(sequence, effectiveDate, application.amount()));
      allocations.add(
          new Document.Allocation(
              item.sequence(), item.number(), application.amount(), effectiveDate));
      items.replace(item, item.apply(application.amount(), effectiveDate));
      pastDue = pastDue.minus(ifPastDue(item.dueDate(), application.amount()));
      fallsDue(item.dueDate(), application.amount().negated());
    }
    items.take(payment.reference());
    Document.Payment document =
        new Document.Payment(
            sequence,
            payment.reference(),
            payment.receivedDate(),
            payment.method(),
            payment.requested(),
            allocations);
    Passage passage =
        new Passage(
            document, payment.requested().negated(), payment.receivedDate(), movements, principal);
    return enter(passage, payment, pastDue, position.unappliedCredit().plus(document.unapplied()));
  }

  /** What an accepted posting brings into the book. */
  private record Passage(
      Document document,
      Money amount,
      LocalDate effectiveDate,
      List<Movement> movements,
      String principal) {}

  private Outcome enter(Passage passage, Posting posting, Money pastDue, Money unappliedCredit) {
    Position before = position;
    StandingReasons reasonsBefore = reasons();
    TermsVersion terms = rules.terms().on(before.businessDate());
    Instant at = tick();
    Entry entry =
        EntryChain.next(
            before,
            passage.document(),
            passage.amount(),
            passage.effectiveDate(),
            at,
            passage.principal(),
            passage.movements());
    journal.add(new Journal.Page(entry, passage.document(), passage.movements()));
    long number = before.decisions() + 1;
    position = before.onEntry(entry, pastDue, unappliedCredit).onDecision(number, at);
    tell(posted(posting.act()), number, at, null);
    tellOfThresholds(before.balance(), terms.terms(), number, at);
    judgeStanding(reasonsBefore, at, number);
    Decision decision =
        new Decision(
            number,
            posting.act(),
            posting.documentNumber(),
            entry.sequence(),
            null,
            posting.requested(),
            before.balance(),
            terms.terms().creditLimit(),
            terms.version(),
            before.standing(),
            position.state(terms.terms()),
            before.businessDate(),
            at,
            passage.principal());
    journal.add(decision);
    return new Outcome.Posted(decision, passage.document());
  }

  private Outcome refuse(Posting posting, Refusal refusal, String principal) {
    Decision decision =
        refuse(posting.act(), posting.documentNumber(), posting.requested(), refusal, principal);
    tellOfRefusal(refusal, decision);
    return new Outcome.Refused(decision, refusal);
  }

  private Decision refuse(
      Act act, String documentNumber, Money requested, Refusal refusal, String principal) {
    TermsVersion terms = rules.terms().on(position.businessDate());
    position = position.onDecision(position.decisions() + 1, tick());
    Decision decision =
        new Decision(
            position.decisions(),
            act,
            documentNumber,
            null,
            refusal,
            requested,
            position.balance(),
            terms.terms().creditLimit(),
            terms.version(),
            position.standing(),
            position.state(terms.terms()),
            position.businessDate(),
            position.recordedAt(),
            principal);
    journal.add(decision);
    return decision;
  }

  private Money ifPastDue(LocalDate dueDate, Money amount) {
    return dueDate.isBefore(position.businessDate()) ? amount : Money.ZERO;
  }

  private void fallsDue(LocalDate dueDate, Money amount) {
    if (!dueDate.isBefore(position.businessDate())) {
      schedule.add(dueDate, amount);
    }
  }

  /** Notes the standing whenever its reasons change, and tells of it when it turns. */
  private void judgeStanding(StandingReasons before, Instant at, @Nullable Long decisionNumber) {
    StandingReasons reasons = reasons();
    if (reasons.equals(before)) {
      return;
    }
    boolean turned = reasons.standing() != position.standing();
    long number = position.standingChanges() + 1;
    position = position.onStandingChange(reasons.standing(), number, at);
    journal.add(
        new StandingChange(number, position.businessDate(), position.sequence(), at, reasons));
    if (turned) {
      tell(
          LedgerEvent.Type.STANDING_CHANGED,
          decisionNumber,
          at,
          new LedgerEvent.StandingDetail(reasons));
    }
  }

  private void tellOfRefusal(Refusal refusal, Decision decision) {
    switch (refusal.code()) {
      case CREDIT_LIMIT_EXCEEDED -> tell(LedgerEvent.Type.LIMIT_POSTING_REFUSED, decision);
      case ACCOUNT_NOT_IN_GOOD_STANDING -> tell(LedgerEvent.Type.POSTING_REFUSED, decision);
      case INVOICE_NUMBER_TAKEN,
          PAYMENT_REFERENCE_TAKEN,
          EFFECTIVE_DATE_BEFORE_AGREEMENT,
          EFFECTIVE_DATE_IN_FUTURE,
          PRODUCT_RESTRICTED,
          DISCOUNT_NOT_CURRENT,
          INVOICE_UNKNOWN,
          ALLOCATION_EXCEEDS_OPEN_AMOUNT,
          ALLOCATIONS_EXCEED_PAYMENT,
          BATCH_REFUSED -> {
        // The caller is told; a controller has nothing to do about it.
      }
    }
  }

  private void tellOfThresholds(Money balanceBefore, Terms terms, long decisionNumber, Instant at) {
    for (Thresholds.Crossing crossing :
        Thresholds.crossed(balanceBefore, position.balance(), terms)) {
      tell(
          LedgerEvent.Type.THRESHOLD_CROSSED,
          decisionNumber,
          at,
          new LedgerEvent.Threshold(
              crossing.percent(), crossing.upwards(), position.balance(), terms.creditLimit()));
    }
  }

  private static LedgerEvent.Type posted(Act act) {
    return switch (act) {
      case INVOICE -> LedgerEvent.Type.INVOICE_POSTED;
      case PAYMENT -> LedgerEvent.Type.PAYMENT_POSTED;
      case INVOICE_BATCH -> throw new IllegalArgumentException("a batch is never an entry");
    };
  }

  private void tell(LedgerEvent.Type type, Decision decision) {
    tell(type, decision.number(), decision.recordedAt(), null);
  }

  private void tell(
      LedgerEvent.Type type,
      @Nullable Long decisionNumber,
      Instant at,
      LedgerEvent.@Nullable Detail detail) {
    position = position.onEvent(position.events() + 1);
    journal.add(
        new LedgerEvent(
            position.events(), type, decisionNumber, position.businessDate(), at, detail));
  }
}
