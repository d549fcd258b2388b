package tradecredit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.money.Money;
import tradecredit.note.NoteFigures.InstalmentFigures;
import tradecredit.note.NoteFigures.Status;

/** What is due, paid and late on a day. */
class NoteFiguresTest {

  private static final PromissoryNote NOTE =
      PromissoryNote.of(Money.parse("60000.00"), ANote.AGREEMENT, ANote.TERMS);

  private static NoteFigures on(String day, Map<Integer, Money> paid) {
    return NoteFigures.of(NOTE, paid, LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2001-05-15, 0.00, 0.00",
    "2001-11-11, 0.00, 0.00",
    "2001-11-12, 10000.00, 0.00",
    "2001-11-13, 10000.00, 10000.00",
    "2001-12-12, 20000.00, 10000.00",
    "2002-04-12, 60000.00, 50000.00",
    "2002-04-13, 60000.00, 60000.00",
  })
  void an_instalment_is_due_on_its_day_and_late_from_the_next(String day, String due, String late) {
    NoteFigures figures = on(day, Map.of());
    assertThat(figures.due()).isEqualTo(Money.parse(due));
    assertThat(figures.late()).isEqualTo(Money.parse(late));
    assertThat(figures.unpaid()).isEqualTo(Money.parse("60000.00"));
  }

  @Test
  void what_is_paid_is_neither_due_nor_late() {
    NoteFigures figures =
        on("2001-12-12", Map.of(1, Money.parse("4000.00"), 3, Money.parse("10000.00")));
    assertThat(figures.paid()).isEqualTo(Money.parse("14000.00"));
    assertThat(figures.unpaid()).isEqualTo(Money.parse("46000.00"));
    assertThat(figures.due()).isEqualTo(Money.parse("16000.00"));
    assertThat(figures.late()).isEqualTo(Money.parse("6000.00"));
    assertThat(figures.instalments())
        .extracting(InstalmentFigures::status)
        .containsExactly(
            Status.LATE, Status.DUE, Status.PAID, Status.NOT_DUE, Status.NOT_DUE, Status.NOT_DUE);
    assertThat(figures.instalments())
        .extracting(InstalmentFigures::daysLate)
        .containsExactly(30L, 0L, 0L, 0L, 0L, 0L);
  }
}
