package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.CreditNotePosting;
import tradecredit.ledger.DeskPosting.ReallocationPosting;
import tradecredit.ledger.DeskPosting.ReturnPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** Returned payments, credit notes, and both of them applied anew. */
record CreditActs(Register register, OpenItems items, Desk desk) {

  /**
   * A return takes back every application that stands at this moment and then the payment itself.
   * The payment leaves the book when the return is effective; each invoice is open again from then
   * on, or from where it was paid if that is later. So on no as-of date an open amount, a count or
   * the unapplied credit is negative, and on each the entries and the open amounts agree.
   *
   * <p>Example: a payment of 150.00 received on 1 June paid 100.00 of an invoice of 20 May and
   * 50.00 of one of 5 June. Returned on 3 June, it is in the book until then, and the first invoice
   * is open again from 3 June on; the second is open all the time, paid and re-opened on 5 June.
   */
  Outcome post(ReturnPosting posting, String principal) {
    Desk.Credit credit = desk.credit(posting.payment().sequence());
    Refusal refusal = against(posting, credit);
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    long sequence = register.nextSequence();
    LocalDate effective = effectiveDate(posting, credit);
    Applications applied = new Applications(items, credit.sequence(), effective);
    List<Document.Allocation> reopened = new ArrayList<>();
    credit.standing().forEach(standing -> reopened.add(applied.lift(standing)));
    applied.cancel(posting.requested());
    desk.replace(
        new Desk.Credit(
            credit.act(),
            credit.sequence(),
            Money.ZERO,
            Later.of(effective, credit.lastMovementDate()),
            credit.lastLifted(),
            new Desk.CaseDecision(sequence, "returned", posting.returnedDate()),
            List.of()));
    DeskDocument.PaymentReturn document =
        new DeskDocument.PaymentReturn(
            sequence,
            credit.sequence(),
            posting.payment().reference(),
            posting.returnedDate(),
            effective,
            posting.reason(),
            posting.requested(),
            reopened);
    return register.enter(
        new Register.Passage(
            document, posting.requested(), effective, applied.movements(), principal),
        posting);
  }

  private @Nullable Refusal against(ReturnPosting posting, Desk.Credit credit) {
    Refusal returned = againstReturned(credit);
    if (returned != null) {
      return returned;
    }
    LocalDate received = posting.payment().receivedDate();
    if (posting.returnedDate().isBefore(received)) {
      return new DeskRefusal.TooEarly(
          RefusalCode.RETURNED_BEFORE_RECEIVED, posting.returnedDate(), received);
    }
    return dates(posting.returnedDate());
  }

  private static @Nullable Refusal againstReturned(Desk.Credit credit) {
    Desk.CaseDecision returned = credit.returned();
    return returned == null ? null : returned.refusal(RefusalCode.PAYMENT_ALREADY_RETURNED);
  }

  private @Nullable Refusal dates(LocalDate date) {
    return EffectiveDates.refusal(
        date, register.rules().agreement(), register.position().businessDate());
  }

  /**
   * The returned date; or, where that is later, the day on which the payment was last taken off an
   * invoice, or on which an invoice was moved after the payment had paid it. Such an invoice is
   * paid until that day, so the payment leaves the book on that day too: otherwise less would be
   * open before it than the entries come to.
   */
  private LocalDate effectiveDate(ReturnPosting posting, Desk.Credit credit) {
    LocalDate latest = posting.returnedDate();
    if (credit.lastLifted() != null) {
      latest = Later.of(latest, credit.lastLifted());
    }
    for (Document.Allocation standing : credit.standing()) {
      LocalDate moved = items.get(standing.invoiceSequence()).lastMovementDate();
      if (moved.isAfter(standing.effectiveDate())) {
        latest = Later.of(latest, moved);
      }
    }
    return latest;
  }

  /**
   * All standing applications are taken back and the wanted ones made, on the business date: no
   * past aging changes, and what is past due changes only from today on.
   */
  Outcome post(ReallocationPosting posting, String principal) {
    Desk.Credit credit = desk.credit(posting.credit().sequence());
    Refusal refusal = against(posting, credit);
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    LocalDate today = register.position().businessDate();
    Applications applied = new Applications(items, credit.sequence(), today);
    List<Document.Allocation> lifted = new ArrayList<>();
    credit.standing().forEach(standing -> lifted.add(applied.lift(standing)));
    for (WantedAllocation wanted : posting.wanted()) {
      applied.apply(items.named(wanted), wanted.amount());
    }
    Money unapplied = posting.credit().amount().minus(posting.requested());
    LocalDate moved = applied.movements().isEmpty() ? credit.lastMovementDate() : today;
    desk.replace(
        new Desk.Credit(
            credit.act(),
            credit.sequence(),
            unapplied,
            moved,
            lifted.isEmpty() ? credit.lastLifted() : today,
            null,
            applied.allocations()));
    DeskDocument.Reallocation document =
        new DeskDocument.Reallocation(
            register.nextSequence(),
            credit.act(),
            credit.sequence(),
            posting.documentNumber(),
            unapplied,
            lifted,
            applied.allocations());
    return register.enterToday(document, Money.ZERO, applied.movements(), posting, principal);
  }

  private @Nullable Refusal against(ReallocationPosting posting, Desk.Credit credit) {
    Refusal bound = againstItself(posting.credit(), credit);
    if (bound != null) {
      return bound;
    }
    Map<Long, Money> lifted = new HashMap<>();
    for (Document.Allocation standing : credit.standing()) {
      lifted.put(standing.invoiceSequence(), standing.amount());
    }
    Refusal refusal = new AllocationRules(items).firstAgainst(posting.wanted(), lifted);
    Money amount = posting.credit().amount();
    return refusal == null && posting.requested().isGreaterThan(amount)
        ? new Refusal.AllocationsExceedPayment(posting.requested(), amount, credit.act())
        : refusal;
  }

  /**
   * Why this credit cannot be applied anew, or null. A returned payment cannot; nor can the credit
   * note of an upheld dispute, which belongs to the invoice of the goods that did not work.
   */
  private static @Nullable Refusal againstItself(CreditDocument document, Desk.Credit credit) {
    return switch (document) {
      case Document.Payment ignored -> againstReturned(credit);
      case DeskDocument.CreditNote note when note.number().isOfResolution() ->
          new DeskRefusal.CreditNoteOfDispute(note.number().value());
      case DeskDocument.CreditNote ignored -> null;
    };
  }

  Outcome post(CreditNotePosting posting, String principal) {
    Refusal refusal = against(posting);
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    long sequence = register.nextSequence();
    Applications applied = new Applications(items, sequence, posting.creditDate());
    applied.enter(posting.requested());
    if (posting.invoice() == null) {
      applied.applyToOldest(posting.requested());
    } else {
      wanted(posting).forEach(wanted -> applied.apply(items.named(wanted), wanted.amount()));
    }
    desk.take(posting.number());
    DeskDocument.CreditNote document =
        new DeskDocument.CreditNote(
            sequence,
            posting.number(),
            posting.creditDate(),
            posting.reason(),
            posting.requested(),
            applied.allocations());
    desk.with(applied.asLeft(Act.CREDIT_NOTE, document.unapplied()));
    return register.enter(
        new Register.Passage(
            document,
            posting.requested().negated(),
            posting.creditDate(),
            applied.movements(),
            principal),
        posting);
  }

  private @Nullable Refusal against(CreditNotePosting posting) {
    if (desk.isTaken(posting.number())) {
      return new DeskRefusal.CreditNoteNumberTaken(posting.number().value());
    }
    Refusal refusal = dates(posting.creditDate());
    return refusal == null ? new AllocationRules(items).firstAgainst(wanted(posting)) : refusal;
  }

  private static List<WantedAllocation> wanted(CreditNotePosting posting) {
    InvoiceNumber invoice = posting.invoice();
    return invoice == null
        ? List.of()
        : List.of(new WantedAllocation(invoice, posting.requested()));
  }
}
