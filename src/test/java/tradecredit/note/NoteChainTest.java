package tradecredit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.note.ANote.payment;
import static tradecredit.note.ANote.returned;
import static tradecredit.note.ANote.to;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Tampered;
import tradecredit.money.Money;

/** Whatever is changed in what an entry of the note seals, its hash is another. */
class NoteChainTest {

  private final ANote book = ANote.recorded();
  private final NoteOutcome.Posted note = book.entries().getFirst();
  private final NoteOutcome.Posted payment =
      book.accepts(payment("P-1", "2001-12-12", "3.00", to(1, "1.00"), to(2, "2.00")));

  @Test
  void each_entry_follows_the_one_before_and_the_first_follows_zeros() {
    assertThat(note.entry().previousHash()).isEqualTo("0".repeat(64));
    assertThat(payment.entry().previousHash()).isEqualTo(note.entry().hash());
    assertThat(book.position().hash()).isEqualTo(payment.entry().hash()).matches("[0-9a-f]{64}");
    for (NoteOutcome.Posted each : List.of(note, payment)) {
      assertThat(NoteChain.hash(each.entry(), each.document())).isEqualTo(each.entry().hash());
    }
  }

  @Test
  void a_changed_field_of_an_entry_changes_the_hash() {
    Map<String, NoteEntry> changed = Tampered.copiesOf(payment.entry());
    changed.remove("hash");
    assertThat(changed).hasSize(12);
    assertThat(changed)
        .allSatisfy(
            (field, entry) ->
                assertThat(NoteChain.hash(entry, payment.document()))
                    .as(field)
                    .isNotEqualTo(payment.entry().hash()));
  }

  @Test
  void a_changed_field_of_a_payment_changes_the_hash() {
    Map<String, NotePayment> changed = Tampered.copiesOf((NotePayment) payment.document());
    assertThat(changed).containsOnlyKeys("reference", "receivedDate", "method", "amount");
    assertThat(changed.values()).allSatisfy(other -> assertAltered(payment, other));
  }

  @Test
  void a_changed_missing_added_or_moved_allocation_changes_the_hash() {
    List<NoteAllocation> parts = ((NotePayment) payment.document()).allocations();
    assertAltered(payment, withParts(List.of(to(3, "1.00"), parts.getLast())));
    assertAltered(payment, withParts(List.of(to(1, "1.01"), parts.getLast())));
    assertAltered(payment, withParts(parts.subList(0, 1)));
    assertAltered(payment, withParts(Stream.concat(parts.stream(), parts.stream()).toList()));
    assertAltered(payment, withParts(parts.reversed()));
  }

  @Test
  void a_changed_schedule_changes_the_hash() {
    PromissoryNote recorded = (PromissoryNote) note.document();
    List<Instalment> schedule = recorded.instalments();
    Instalment second = schedule.get(1);
    assertAltered(
        note, new PromissoryNote(recorded.principal(), recorded.date().minusDays(1), schedule));
    for (Instalment other :
        List.of(
            new Instalment(9, second.dueDate(), second.amount()),
            new Instalment(2, second.dueDate().plusDays(1), second.amount()))) {
      List<Instalment> changed = new java.util.ArrayList<>(schedule);
      changed.set(1, other);
      assertAltered(note, new PromissoryNote(recorded.principal(), recorded.date(), changed));
    }
    PromissoryNote more = PromissoryNote.of(Money.parse("60000.06"), ANote.AGREEMENT, ANote.TERMS);
    assertAltered(note, more);
  }

  @Test
  void a_changed_field_or_part_of_a_return_changes_the_hash() {
    NoteOutcome.Posted back = book.accepts(returned(payment, "2001-12-12"));
    NotePaymentReturn recorded = (NotePaymentReturn) back.document();
    assertThat(NoteChain.hash(back.entry(), recorded)).isEqualTo(back.entry().hash());
    Map<String, NotePaymentReturn> changed = Tampered.copiesOf(recorded);
    assertThat(changed)
        .containsOnlyKeys("paymentSequence", "reference", "returnedDate", "reason", "amount");
    assertThat(changed.values()).allSatisfy(other -> assertAltered(back, other));
    assertAltered(
        back,
        new NotePaymentReturn(
            recorded.paymentSequence(),
            recorded.reference(),
            recorded.returnedDate(),
            recorded.reason(),
            recorded.amount(),
            recorded.reopened().reversed()));
  }

  private NotePayment withParts(List<NoteAllocation> parts) {
    NotePayment paid = (NotePayment) payment.document();
    return new NotePayment(
        paid.reference(), paid.receivedDate(), paid.method(), paid.amount(), parts);
  }

  private static void assertAltered(NoteOutcome.Posted sealed, NoteDocument other) {
    assertThat(NoteChain.hash(sealed.entry(), other)).isNotEqualTo(sealed.entry().hash());
  }
}
