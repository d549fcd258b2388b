package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.ledger.Later;
import tradecredit.ledger.RefusalCode;
import tradecredit.money.Money;

/**
 * Decides what is asked of the note, in memory, on what its locked head says.
 *
 * <p>The note is recorded once; its date is the agreement's. A payment counts on the day it was
 * received, which is no day before the agreement's and none after the business date. It goes to the
 * instalments that it names, and then to the cent, or to the oldest due date first, also before
 * that date has come. A note holds no credit: more than is unpaid is refused.
 *
 * <p>A payment that bounced is returned, once and as a whole: it counts no more from the returned
 * date on, and of its instalments it is unpaid again. So that on no day more is paid of an
 * instalment than its amount, a payment on one that was re-opened counts from that day, where it
 * was received before; and a return from the day on which its payment counts.
 *
 * <p>Example: a check of 10,000.00, received on 12 November for the first instalment, is returned
 * on 20 November. A wire that replaces it counts from 20 November on, though it is said to have
 * been received on the 15th: until the 20th the check stood in the book.
 */
public final class NoteBook {

  private final PromissoryNoteTerms terms;
  private final LocalDate agreementDate;
  private final NoteState state;
  private NotePosition position;

  /** The note of an agreement of that date, as it stands. */
  public NoteBook(PromissoryNoteTerms terms, LocalDate agreementDate, NoteState state) {
    this.terms = terms;
    this.agreementDate = agreementDate;
    this.state = state;
    this.position = state.position();
  }

  /** Where the note stands after what was decided. */
  public NotePosition position() {
    return position;
  }

  /**
   * Decides one request. A payment and a return may be asked for only of a note that is recorded.
   *
   * @param now the database's clock, read after the head's lock
   * @param recordedBy who asks
   */
  public NoteOutcome decide(NoteRequest request, Instant now, String recordedBy) {
    Instant at = Later.than(position.recordedAt(), now);
    return switch (request) {
      case NoteRequest.Recording recording -> {
        NoteState.RecordedNote before = state.recorded();
        yield before == null
            ? recorded(
                request,
                PromissoryNote.of(recording.principal(), agreementDate, terms),
                agreementDate,
                at,
                recordedBy)
            : refused(
                request,
                new NoteRefusal.AlreadyRecorded(
                    before.principal(), before.recordedAt(), before.recordedBy()),
                at,
                recordedBy);
      }
      case NoteRequest.Payment payment -> {
        NoteRefusal refusal = refusal(payment);
        yield refusal == null
            ? recorded(payment, at, recordedBy)
            : refused(request, refusal, at, recordedBy);
      }
      case NoteRequest.Return back -> {
        NoteRefusal refusal = refusal(back);
        yield refusal == null
            ? recorded(
                request,
                returned(back),
                Later.of(back.returnedDate(), back.effectiveDate()),
                at,
                recordedBy)
            : refused(request, refusal, at, recordedBy);
      }
    };
  }

  private NoteOutcome recorded(NoteRequest.Payment request, Instant at, String recordedBy) {
    NotePayment payment = paid(request);
    LocalDate effective = payment.receivedDate();
    for (NoteAllocation each : payment.allocations()) {
      LocalDate reopened = state.open().get(each.instalment() - 1).reopened();
      effective = reopened == null ? effective : Later.of(effective, reopened);
    }
    return recorded(request, payment, effective, at, recordedBy);
  }

  private NoteOutcome recorded(
      NoteRequest request,
      NoteDocument document,
      LocalDate effective,
      Instant at,
      String recordedBy) {
    NoteEntry entry = NoteChain.next(position, document, effective, at, recordedBy);
    position = position.after(entry);
    return new NoteOutcome.Posted(
        decision(request, entry.sequence(), null, recordedBy), entry, document);
  }

  private NoteOutcome refused(
      NoteRequest request, NoteRefusal refusal, Instant at, String recordedBy) {
    position = position.refused(at);
    return new NoteOutcome.Refused(decision(request, null, refusal, recordedBy), refusal);
  }

  private NoteDecision decision(
      NoteRequest request,
      @Nullable Long sequence,
      @Nullable NoteRefusal refusal,
      String recordedBy) {
    return new NoteDecision(
        position.decisions(),
        request.act(),
        sequence,
        refusal,
        request.requested(),
        position.sequence(),
        position.unpaid(),
        position.businessDate(),
        position.recordedAt(),
        recordedBy);
  }

  /** The first rule that turns the payment down, in the order of {@link RefusalCode}. */
  private @Nullable NoteRefusal refusal(NoteRequest.Payment payment) {
    LocalDate received = payment.receivedDate();
    if (state.referenceTaken()) {
      return new NoteRefusal.ReferenceTaken(payment.reference().value());
    }
    if (received.isBefore(agreementDate)) {
      return new NoteRefusal.DateBeforeAgreement(received, agreementDate);
    }
    if (received.isAfter(position.businessDate())) {
      return new NoteRefusal.DateInFuture(received, position.businessDate());
    }
    if (payment.amount().isGreaterThan(position.unpaid())) {
      return new NoteRefusal.PaymentExceedsNote(payment.amount(), position.unpaid());
    }
    return payment.wanted() == null ? null : refusal(payment.wanted(), payment.amount());
  }

  /** The same of a return. */
  private @Nullable NoteRefusal refusal(NoteRequest.Return back) {
    NoteState.Returned before = state.returned();
    if (before != null) {
      return new NoteRefusal.AlreadyReturned(before.sequence(), before.date());
    }
    LocalDate received = back.payment().receivedDate();
    if (back.returnedDate().isBefore(received)) {
      return new NoteRefusal.ReturnedBeforeReceived(back.returnedDate(), received);
    }
    return back.returnedDate().isAfter(position.businessDate())
        ? new NoteRefusal.DateInFuture(back.returnedDate(), position.businessDate())
        : null;
  }

  private static NotePaymentReturn returned(NoteRequest.Return back) {
    NotePayment payment = back.payment();
    return new NotePaymentReturn(
        back.paymentSequence(),
        payment.reference(),
        back.returnedDate(),
        back.reason(),
        payment.amount(),
        payment.allocations());
  }

  private @Nullable NoteRefusal refusal(List<NoteAllocation> wanted, Money amount) {
    int last = state.open().size();
    for (NoteAllocation each : wanted) {
      if (each.instalment() > last) {
        return new NoteRefusal.InstalmentUnknown(each.instalment(), last);
      }
    }
    for (NoteAllocation each : wanted) {
      Money unpaid = state.open().get(each.instalment() - 1).unpaid();
      if (each.amount().isGreaterThan(unpaid)) {
        return new NoteRefusal.AllocationExceedsInstalment(
            each.instalment(), each.amount(), unpaid);
      }
    }
    Money sum = wanted.stream().map(NoteAllocation::amount).reduce(Money.ZERO, Money::plus);
    return sum.equals(amount) ? null : new NoteRefusal.AllocationsDiffer(sum, amount);
  }

  private NotePayment paid(NoteRequest.Payment payment) {
    List<NoteAllocation> wanted = payment.wanted();
    return new NotePayment(
        payment.reference(),
        payment.receivedDate(),
        payment.method(),
        payment.amount(),
        wanted == null ? oldestFirst(payment.amount()) : wanted);
  }

  private List<NoteAllocation> oldestFirst(Money amount) {
    List<NoteAllocation> allocations = new ArrayList<>();
    Money left = amount;
    for (NoteState.OpenInstalment each : state.open()) {
      Money part = left.min(each.unpaid());
      if (part.isPositive()) {
        allocations.add(new NoteAllocation(each.instalment().number(), part));
        left = left.minus(part);
      }
    }
    return allocations;
  }
}
