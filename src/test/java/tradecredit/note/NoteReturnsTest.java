package tradecredit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.note.ANote.payment;
import static tradecredit.note.ANote.returned;
import static tradecredit.note.ANote.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/** What a returned payment re-opens, from when, and which rule turns a return down. */
class NoteReturnsTest {

  private static final LocalDate FIRST = LocalDate.parse("2001-11-01");
  private static final int DAYS = 40;

  @Test
  void a_return_re_opens_what_its_payment_had_paid_and_the_replacement_is_taken() {
    ANote note = ANote.recorded();
    NoteOutcome.Posted check = note.accepts(payment("CHK-1", "2001-11-12", "60000.00"));

    NoteOutcome.Posted back = note.accepts(returned(check, "2001-11-20"));

    assertThat(back.entry().amount()).isEqualTo(Money.parse("60000.00"));
    assertThat(back.entry().effectiveDate()).isEqualTo("2001-11-20");
    assertThat(((NotePaymentReturn) back.document()).reopened())
        .isEqualTo(((NotePayment) check.document()).allocations());
    assertThat(note.position().unpaid()).isEqualTo(Money.parse("60000.00"));
    note.accepts(payment("WIRE-1", "2001-11-21", "60000.00"));
    assertThat(note.position().unpaid()).isEqualTo(Money.ZERO);
  }

  @Test
  void its_reference_stays_taken() {
    ANote note = ANote.recorded();
    note.accepts(returned(note.accepts(payment("CHK-1", "2001-11-12", "1.00")), "2001-11-20"));
    assertThat(note.refuses(payment("CHK-1", "2001-11-21", "1.00")))
        .isEqualTo(new NoteRefusal.ReferenceTaken("CHK-1"));
  }

  @Test
  void a_payment_that_is_said_to_be_older_counts_from_the_day_that_re_opened_its_instalment() {
    ANote note = ANote.recorded();
    NoteOutcome.Posted check = note.accepts(payment("CHK-1", "2001-11-12", "10000.00"));
    note.accepts(returned(check, "2001-11-20"));

    NoteOutcome.Posted onIt = note.accepts(payment("W-1", "2001-11-15", "1.00"));
    NoteOutcome.Posted beside = note.accepts(payment("W-2", "2001-11-15", "1.00", to(2, "1.00")));

    assertThat(onIt.entry().effectiveDate()).isEqualTo("2001-11-20");
    assertThat(beside.entry().effectiveDate()).isEqualTo("2001-11-15");
    assertThat(note.accepts(returned(onIt, "2001-11-16")).entry().effectiveDate())
        .as("not before the payment counts")
        .isEqualTo("2001-11-20");
  }

  @Test
  void the_rules_are_told_in_their_order() {
    ANote note = ANote.recorded();
    NoteOutcome.Posted check = note.accepts(payment("CHK-1", "2001-11-12", "1.00"));
    assertThat(note.refuses(returned(check, "2001-11-11")))
        .isEqualTo(
            new NoteRefusal.ReturnedBeforeReceived(
                LocalDate.parse("2001-11-11"), LocalDate.parse("2001-11-12")));
    assertThat(note.refuses(returned(check, "2001-12-13")))
        .isEqualTo(
            new NoteRefusal.DateInFuture(
                LocalDate.parse("2001-12-13"), LocalDate.parse("2001-12-12")));
    note.accepts(returned(check, "2001-11-12"));
    for (String date : List.of("2001-11-11", "2001-11-12", "2001-12-13")) {
      assertThat(note.refuses(returned(check, date)))
          .isEqualTo(new NoteRefusal.AlreadyReturned(3, LocalDate.parse("2001-11-12")));
    }
  }

  /** Whatever is paid and returned, in whatever order of days. */
  @Test
  void on_no_day_more_is_paid_of_an_instalment_than_its_amount_or_less_than_nothing() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ANote note = ANote.recorded();
      List<NoteOutcome.Posted> payments = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String date = FIRST.plusDays(random.nextInt(DAYS)).toString();
        NoteRequest request =
            payments.isEmpty() || random.nextBoolean()
                ? payment("P-" + i, date, random.nextInt(1, 30_000) + ".00")
                : returned(payments.get(random.nextInt(payments.size())), date);
        if (note.asks(request) instanceof NoteOutcome.Posted recorded
            && recorded.document() instanceof NotePayment) {
          payments.add(recorded);
        }
      }
      for (int day = 0; day < DAYS; day++) {
        assertThat(paid(note, FIRST.plusDays(day)))
            .as("seed %d, day %d", seed, day)
            .allSatisfy(paid -> assertThat(paid).isBetween(Money.ZERO, Money.parse("10000.00")));
      }
    }
  }

  /** What is paid of each instalment by a day. */
  private static List<Money> paid(ANote note, LocalDate day) {
    List<Money> paid = new ArrayList<>();
    for (int instalment = 1; instalment <= ANote.TERMS.instalments(); instalment++) {
      Money sum = Money.ZERO;
      for (NoteOutcome.Posted each : note.entries()) {
        if (!each.entry().effectiveDate().isAfter(day)) {
          sum = sum.plus(of(each.document(), instalment));
        }
      }
      paid.add(sum);
    }
    return paid;
  }

  private static Money of(NoteDocument document, int instalment) {
    return switch (document) {
      case PromissoryNote ignored -> Money.ZERO;
      case NotePayment payment -> of(payment.allocations(), instalment);
      case NotePaymentReturn back -> of(back.reopened(), instalment).negated();
    };
  }

  private static Money of(List<NoteAllocation> parts, int instalment) {
    return parts.stream()
        .filter(part -> part.instalment() == instalment)
        .map(NoteAllocation::amount)
        .reduce(Money.ZERO, Money::plus);
  }
}
