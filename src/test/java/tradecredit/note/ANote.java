package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AgreementId;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.NoteState.OpenInstalment;
import tradecredit.note.NoteState.RecordedNote;
import tradecredit.note.NoteState.Returned;

/** A note in memory, decided on as the store would have it decided on. */
final class ANote {

  static final LocalDate AGREEMENT = LocalDate.of(2001, 5, 16);
  static final PromissoryNoteTerms TERMS =
      new PromissoryNoteTerms(4, new PartyId("kattosko"), new PartyId("seller"), 6, 180);
  private static final Instant NOON = Instant.parse("2001-05-16T16:00:00Z");

  private final List<NoteOutcome> outcomes = new ArrayList<>();
  private NotePosition position =
      new NotePosition(
          new AgreementId("test"), AGREEMENT, 0, EntryChain.GENESIS, 0, Instant.EPOCH, Money.ZERO);

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

  /** A request to return what that outcome recorded. */
  static NoteRequest.Return returned(NoteOutcome.Posted payment, String date) {
    return new NoteRequest.Return(
        payment.entry().sequence(),
        payment.entry().effectiveDate(),
        (NotePayment) payment.document(),
        LocalDate.parse(date),
        "bounced");
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

  NoteOutcome.Posted accepts(NoteRequest request) {
    return (NoteOutcome.Posted) asks(request);
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

  List<NoteOutcome.Posted> entries() {
    return outcomes.stream()
        .filter(NoteOutcome.Posted.class::isInstance)
        .map(NoteOutcome.Posted.class::cast)
        .toList();
  }

  private <D extends NoteDocument> List<D> documents(Class<D> type) {
    return entries().stream()
        .map(NoteOutcome.Posted::document)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** What of an instalment these parts come to. */
  private static Money sum(Instalment instalment, Stream<List<NoteAllocation>> parts) {
    return parts
        .flatMap(List::stream)
        .filter(part -> part.instalment() == instalment.number())
        .map(NoteAllocation::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private NoteState state(NoteRequest request) {
    boolean taken =
        request instanceof NoteRequest.Payment payment
            && documents(NotePayment.class).stream()
                .anyMatch(paid -> paid.reference().equals(payment.reference()));
    if (entries().isEmpty()) {
      return new NoteState(position, null, List.of(), taken, null);
    }
    NoteEntry first = entries().getFirst().entry();
    return new NoteState(
        position,
        new RecordedNote(first.amount(), first.recordedAt(), first.recordedBy()),
        ((PromissoryNote) entries().getFirst().document())
            .instalments().stream().map(this::open).toList(),
        taken,
        request instanceof NoteRequest.Return back ? returned(back.paymentSequence()) : null);
  }

  private @Nullable Returned returned(long payment) {
    return entries().stream()
        .filter(each -> each.document() instanceof NotePaymentReturn)
        .filter(each -> ((NotePaymentReturn) each.document()).paymentSequence() == payment)
        .map(
            each ->
                new Returned(
                    each.entry().sequence(), ((NotePaymentReturn) each.document()).returnedDate()))
        .findFirst()
        .orElse(null);
  }

  private OpenInstalment open(Instalment instalment) {
    Money paid =
        sum(instalment, documents(NotePayment.class).stream().map(NotePayment::allocations));
    Money back =
        sum(
            instalment,
            documents(NotePaymentReturn.class).stream().map(NotePaymentReturn::reopened));
    return new OpenInstalment(
        instalment, instalment.amount().minus(paid).plus(back), reopened(instalment));
  }

  private @Nullable LocalDate reopened(Instalment instalment) {
    return entries().stream()
        .filter(
            each ->
                each.document() instanceof NotePaymentReturn back
                    && back.reopened().stream()
                        .anyMatch(part -> part.instalment() == instalment.number()))
        .map(each -> each.entry().effectiveDate())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
