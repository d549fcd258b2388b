package tradecredit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.note.ANote.payment;
import static tradecredit.note.ANote.to;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tradecredit.ledger.RefusalCode;
import tradecredit.money.Money;

/** What a payment settles, and which rule turns one down. */
class NotePaymentsTest {

  private static List<NoteAllocation> allocations(NoteOutcome.Posted outcome) {
    return ((NotePayment) outcome.document()).allocations();
  }

  @Test
  void without_allocations_the_oldest_due_date_comes_first_and_those_to_come_follow() {
    ANote note = ANote.recorded();
    assertThat(allocations(note.accepts(payment("P-1", "2001-11-12", "4000.00"))))
        .containsExactly(to(1, "4000.00"));
    assertThat(allocations(note.accepts(payment("P-2", "2001-11-13", "26000.00"))))
        .containsExactly(to(1, "6000.00"), to(2, "10000.00"), to(3, "10000.00"));
    assertThat(note.position().unpaid()).isEqualTo(Money.parse("30000.00"));
  }

  @Test
  void with_allocations_it_goes_where_it_says_and_what_is_paid_is_passed_over() {
    ANote note = ANote.recorded();
    note.accepts(payment("P-1", "2001-12-12", "10500.00", to(2, "10000.00"), to(6, "500.00")));
    assertThat(allocations(note.accepts(payment("P-2", "2001-12-12", "10001.00"))))
        .containsExactly(to(1, "10000.00"), to(3, "1.00"));
  }

  @Test
  void exactly_what_is_unpaid_is_taken_and_a_cent_more_is_not() {
    ANote note = ANote.recorded();
    assertThat(note.refuses(payment("P-1", "2001-12-12", "60000.01")))
        .isEqualTo(
            new NoteRefusal.PaymentExceedsNote(Money.parse("60000.01"), Money.parse("60000.00")));
    note.accepts(payment("P-1", "2001-12-12", "60000.00"));
    assertThat(note.position().unpaid()).isEqualTo(Money.ZERO);
    assertThat(note.refuses(payment("P-2", "2001-12-12", "0.01")))
        .isEqualTo(new NoteRefusal.PaymentExceedsNote(Money.parse("0.01"), Money.ZERO));
  }

  @Test
  void the_dates_of_the_agreement_and_of_the_business_date_are_both_taken() {
    ANote note = ANote.recorded();
    note.accepts(payment("P-1", "2001-05-16", "1.00"));
    note.accepts(payment("P-2", "2001-12-12", "1.00"));
    assertThat(note.refuses(payment("P-3", "2001-05-15", "1.00")).code())
        .isEqualTo(RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT);
    assertThat(note.refuses(payment("P-3", "2001-12-13", "1.00")).code())
        .isEqualTo(RefusalCode.EFFECTIVE_DATE_IN_FUTURE);
  }

  @Test
  void allocations_are_the_payment_to_the_cent() {
    ANote note = ANote.recorded();
    assertThat(note.refuses(payment("P-1", "2001-12-12", "2.00", to(1, "1.99"))))
        .isEqualTo(new NoteRefusal.AllocationsDiffer(Money.parse("1.99"), Money.parse("2.00")));
    assertThat(note.refuses(payment("P-1", "2001-12-12", "2.00", to(1, "2.01"))))
        .isEqualTo(new NoteRefusal.AllocationsDiffer(Money.parse("2.01"), Money.parse("2.00")));
    assertThat(note.refuses(payment("P-1", "2001-12-12", "2.00", new NoteAllocation[0])))
        .isEqualTo(new NoteRefusal.AllocationsDiffer(Money.ZERO, Money.parse("2.00")));
  }

  @Test
  void the_note_is_recorded_once_and_what_stands_is_named() {
    ANote note = ANote.recorded();
    NoteEntry first = note.entries().getFirst().entry();
    assertThat(note.refuses(new NoteRequest.Recording(Money.parse("1.00"))))
        .isEqualTo(
            new NoteRefusal.AlreadyRecorded(Money.parse("60000.00"), first.recordedAt(), "clerk"));
  }

  @Test
  void a_refusal_leaves_the_note_as_it_was_but_for_its_decision() {
    ANote note = ANote.recorded();
    NotePosition before = note.position();
    note.refuses(payment("P-1", "2002-01-01", "1.00"));
    assertThat(note.position().sequence()).isEqualTo(before.sequence());
    assertThat(note.position().hash()).isEqualTo(before.hash());
    assertThat(note.position().unpaid()).isEqualTo(before.unpaid());
    assertThat(note.position().decisions()).isEqualTo(before.decisions() + 1);
    NoteDecision decision = note.outcomes().getLast().decision();
    assertThat(decision.sequence()).isNull();
    assertThat(decision.noteSequence()).isEqualTo(1);
    assertThat(decision.number()).isEqualTo(2);
  }

  @Test
  void instants_are_microseconds_and_strictly_increase_when_the_clock_stands_or_goes_back() {
    ANote note = ANote.recorded();
    Instant clock = Instant.parse("2001-12-12T12:00:00.123456789Z");
    Instant first = note.asks(payment("P-1", "2001-12-12", "1.00"), clock).decision().recordedAt();
    Instant second = note.asks(payment("P-2", "2001-12-12", "1.00"), clock).decision().recordedAt();
    Instant third =
        note.asks(payment("P-3", "2001-12-12", "1.00"), clock.minusSeconds(9))
            .decision()
            .recordedAt();
    assertThat(first).isEqualTo(Instant.parse("2001-12-12T12:00:00.123456Z"));
    assertThat(Duration.between(first, second)).isEqualTo(Duration.ofNanos(1000));
    assertThat(Duration.between(second, third)).isEqualTo(Duration.ofNanos(1000));
  }

  /** The rules against a payment that can be broken together, in their order. */
  private static final List<RefusalCode> IN_ORDER =
      List.of(
          RefusalCode.PAYMENT_REFERENCE_TAKEN,
          RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT,
          RefusalCode.EFFECTIVE_DATE_IN_FUTURE,
          RefusalCode.PAYMENT_EXCEEDS_NOTE,
          RefusalCode.INSTALMENT_UNKNOWN,
          RefusalCode.ALLOCATION_EXCEEDS_INSTALMENT,
          RefusalCode.ALLOCATIONS_DIFFER_FROM_PAYMENT);

  @Test
  void the_rules_against_a_payment_are_in_their_order() {
    assertThat(IN_ORDER).isSorted();
  }

  static Stream<Set<RefusalCode>> brokenTogether() {
    return IntStream.range(1, 1 << IN_ORDER.size())
        .mapToObj(
            bits -> {
              Set<RefusalCode> broken = EnumSet.noneOf(RefusalCode.class);
              IntStream.range(0, IN_ORDER.size())
                  .filter(bit -> (bits & 1 << bit) != 0)
                  .forEach(bit -> broken.add(IN_ORDER.get(bit)));
              return broken;
            })
        .filter(NotePaymentsTest::canBeBrokenTogether);
  }

  /** A date is not before one and after another; what goes beyond the note differs from parts. */
  private static boolean canBeBrokenTogether(Set<RefusalCode> broken) {
    return !broken.containsAll(
        Set.of(RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT, RefusalCode.EFFECTIVE_DATE_IN_FUTURE));
  }

  @ParameterizedTest
  @MethodSource("brokenTogether")
  void a_payment_that_breaks_several_rules_is_told_the_first(Set<RefusalCode> broken) {
    ANote note = ANote.recorded();
    note.accepts(payment("P-1", "2001-12-12", "1.00"));
    RefusalCode first = IN_ORDER.stream().filter(broken::contains).findFirst().orElseThrow();
    assertThat(note.refuses(breaking(broken)).code()).isEqualTo(first);
  }

  private static NoteRequest.Payment breaking(Set<RefusalCode> broken) {
    String reference = broken.contains(RefusalCode.PAYMENT_REFERENCE_TAKEN) ? "P-1" : "P-2";
    String date = "2001-12-12";
    if (broken.contains(RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT)) {
      date = "2001-05-15";
    } else if (broken.contains(RefusalCode.EFFECTIVE_DATE_IN_FUTURE)) {
      date = "2001-12-13";
    }
    List<NoteAllocation> wanted = new ArrayList<>();
    if (broken.contains(RefusalCode.INSTALMENT_UNKNOWN)) {
      wanted.add(to(7, "1.00"));
    }
    wanted.add(
        broken.contains(RefusalCode.ALLOCATION_EXCEEDS_INSTALMENT)
            ? to(2, "10000.01")
            : to(2, "1.00"));
    Money sum = wanted.stream().map(NoteAllocation::amount).reduce(Money.ZERO, Money::plus);
    Money amount =
        broken.contains(RefusalCode.ALLOCATIONS_DIFFER_FROM_PAYMENT)
            ? sum.plus(Money.ofCents(1))
            : sum;
    if (broken.contains(RefusalCode.PAYMENT_EXCEEDS_NOTE)) {
      amount = Money.parse("59999.01");
    }
    return payment(reference, date, amount.toString(), wanted.toArray(NoteAllocation[]::new));
  }
}
