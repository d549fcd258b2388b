package tradecredit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.money.Money;

/** Clause 4: six equal consecutive monthly instalments, the first 180 days after the agreement. */
class ScheduleTest {

  private static PromissoryNoteTerms terms(int instalments, int daysToFirst) {
    return new PromissoryNoteTerms(
        4, new PartyId("maker"), new PartyId("payee"), instalments, daysToFirst);
  }

  private static PromissoryNote note(String principal) {
    return PromissoryNote.of(Money.parse(principal), ANote.AGREEMENT, ANote.TERMS);
  }

  @Test
  void the_first_is_due_on_12_november_2001_and_each_other_a_month_later() {
    assertThat(note("60000.00").instalments())
        .extracting(Instalment::dueDate)
        .containsExactly(
            LocalDate.of(2001, 11, 12),
            LocalDate.of(2001, 12, 12),
            LocalDate.of(2002, 1, 12),
            LocalDate.of(2002, 2, 12),
            LocalDate.of(2002, 3, 12),
            LocalDate.of(2002, 4, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "60000.00, 10000.00, 10000.00",
    "100000.00, 16666.66, 16666.70",
    "0.06, 0.01, 0.01",
    "0.11, 0.01, 0.06",
    "9999999999.99, 1666666666.66, 1666666666.69",
  })
  void they_are_equal_and_the_cents_that_do_not_divide_are_in_the_last(
      String principal, String equal, String last) {
    List<Instalment> instalments = note(principal).instalments();
    assertThat(instalments.subList(0, 5))
        .extracting(Instalment::amount)
        .containsOnly(Money.parse(equal));
    assertThat(instalments.getLast().amount()).isEqualTo(Money.parse(last));
    assertThat(instalments.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.parse(principal));
  }

  @Test
  void a_principal_of_less_than_a_cent_an_instalment_is_refused() {
    assertThat(PromissoryNote.smallestPrincipal(ANote.TERMS)).isEqualTo(Money.parse("0.06"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> note("0.05"))
        .withMessage("0.05 leaves an instalment of 0.00");
  }

  @Test
  void a_short_month_moves_its_own_instalment_only() {
    PromissoryNoteTerms monthEnds = terms(6, 0);
    LocalDate lastOfYear = LocalDate.of(2003, 10, 31);
    assertThat(
            PromissoryNote.of(Money.parse("6.00"), lastOfYear, monthEnds).instalments().stream()
                .map(instalment -> instalment.dueDate().toString()))
        .containsExactly(
            "2003-10-31", "2003-11-30", "2003-12-31", "2004-01-31", "2004-02-29", "2004-03-31");
  }

  @Test
  void one_instalment_is_the_whole_principal() {
    assertThat(PromissoryNote.of(Money.parse("7.77"), ANote.AGREEMENT, terms(1, 30)).instalments())
        .containsExactly(new Instalment(1, LocalDate.of(2001, 6, 15), Money.parse("7.77")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 361})
  void a_note_has_1_to_360_instalments(int instalments) {
    assertThatIllegalArgumentException().isThrownBy(() -> terms(instalments, 180));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3651})
  void the_first_is_0_to_3650_days_after_the_agreement(int days) {
    assertThatIllegalArgumentException().isThrownBy(() -> terms(6, days));
  }

  @Test
  void instalments_that_are_not_the_principal_are_no_note() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PromissoryNote(
                    Money.parse("2.00"),
                    ANote.AGREEMENT,
                    List.of(new Instalment(1, ANote.AGREEMENT, Money.parse("1.99")))));
  }
}
