package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tradecredit.agreement.AgreementId;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.NoteState.OpenInstalment;
import tradecredit.note.NoteState.Standing;

/** A note in memory, decided on as the store would have it decided on. */
final class ANote {

  static final LocalDate AGREEMENT = LocalDate.of(2001, 5, 16);
  static final PromissoryNoteTerms TERMS =
      new PromissoryNoteTerms(4, new PartyId("kattosko"), new PartyId("seller"), 6, 180);
  private static final Instant NOON = Instant.parse("2001-05-16T16:00:00Z");

  private final List<NoteOutcome> outcomes = new ArrayList<>();
  private NotePosition position =
      new NotePosition(
          new AgreementId("test"), AGREEMENT, 0, NoteChain.GENESIS, 0, Instant.EPOCH, Money.ZERO);

  /** A note that nobody has recorded yet. */
  static ANote unrecorded() {
    return new ANote();
  }

  /** A note of 60,000.00 on 12 December 2001: six instalments of 10,000.00. */
  static ANote recorded() {
    ANote note = new ANote();
    note.asks(new NoteRequest.Recording(Money.parse("60000.00")));
    return note.on("2001-12-12");
  }

  ANote on(String today) {
    position = position.on(LocalDate.parse(today));
    return this;
  }

  static NoteRequest.Payment payment(String reference, String date, String amount) {
    return new NoteRequest.Payment(
        new PaymentReference(reference), LocalDate.parse(date), "wire", Money.parse(amount), null);
  }

  static NoteRequest.Payment payment(
      String reference, String date, String amount, NoteAllocation... wanted) {
    return new NoteRequest.Payment(
        new PaymentReference(reference),
        LocalDate.parse(date),
        "wire",
        Money.parse(amount),
        List.of(wanted));
  }

  static NoteAllocation to(int instalment, String amount) {
    return new NoteAllocation(instalment, Money.parse(amount));
  }

  NoteOutcome asks(NoteRequest request) {
    return asks(request, NOON);
  }

  NoteOutcome asks(NoteRequest request, Instant now) {
    NoteBook book = new NoteBook(TERMS, AGREEMENT, state(request));
    NoteOutcome outcome = book.decide(request, now, "clerk");
    position = book.position();
    outcomes.add(outcome);
    return outcome;
  }

  NoteOutcome.Recorded accepts(NoteRequest request) {
    return (NoteOutcome.Recorded) asks(request);
  }

  NoteRefusal refuses(NoteRequest request) {
    return ((NoteOutcome.Refused) asks(request)).refusal();
  }

  NotePosition position() {
    return position;
  }

  List<NoteOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  List<NoteOutcome.Recorded> entries() {
    return outcomes.stream()
        .filter(NoteOutcome.Recorded.class::isInstance)
        .map(NoteOutcome.Recorded.class::cast)
        .toList();
  }

  private List<NotePayment> payments() {
    return entries().stream()
        .map(NoteOutcome.Recorded::document)
        .filter(NotePayment.class::isInstance)
        .map(NotePayment.class::cast)
        .toList();
  }

  private NoteState state(NoteRequest request) {
    boolean taken =
        request instanceof NoteRequest.Payment payment
            && payments().stream().anyMatch(paid -> paid.reference().equals(payment.reference()));
    if (entries().isEmpty()) {
      return new NoteState(position, null, List.of(), taken);
    }
    NoteEntry first = entries().getFirst().entry();
    return new NoteState(
        position,
        new Standing(first.amount(), first.recordedAt(), first.recordedBy()),
        ((PromissoryNote) entries().getFirst().document())
            .instalments().stream().map(this::open).toList(),
        taken);
  }

  private OpenInstalment open(Instalment instalment) {
    Money paid =
        payments().stream()
            .flatMap(payment -> payment.allocations().stream())
            .filter(part -> part.instalment() == instalment.number())
            .map(NoteAllocation::amount)
            .reduce(Money.ZERO, Money::plus);
    return new OpenInstalment(instalment, instalment.amount().minus(paid));
  }
}
