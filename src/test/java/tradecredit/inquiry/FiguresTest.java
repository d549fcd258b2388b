package tradecredit.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.agreement.Terms;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;

/** The figures that follow from what is read. */
class FiguresTest {

  private static final LocalDate DUE = LocalDate.of(2001, 6, 6);

  private static AccountFigures figures(String limit, String balance) {
    return new AccountFigures(
        DUE,
        DUE,
        1,
        "",
        1,
        new Terms(Money.parse(limit), 21, Map.of(), false, Terms.DEFAULT_THRESHOLDS),
        cents(balance),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        new StandingReasons(Money.ZERO, Money.ZERO, Money.ZERO),
        null);
  }

  private static Money cents(String balance) {
    return balance.startsWith("-")
        ? Money.ZERO.minus(Money.parse(balance.substring(1)))
        : Money.parse(balance);
  }

  @ParameterizedTest
  @CsvSource({
    "50000.00, 49056.31, 98.11",
    "50000.00, 49057.49, 98.11",
    "50000.00, 49057.50, 98.12",
    "50000.00, 0.00, 0.00",
    "50000.00, -2.50, -0.01",
    "50000.00, 50000.01, 100.00",
    "50000.00, 75000.00, 150.00",
    "0.00, 1.00,"
  })
  void utilisation_is_the_balance_as_percent_of_the_limit_half_up_to_two_decimals(
      String limit, String balance, @Nullable String percent) {
    assertThat(figures(limit, balance).utilisation()).isEqualTo(percent);
  }

  private static long daysPastDue(String open, String disputed, LocalDate today) {
    Document.Invoice invoice =
        new Document.Invoice(
            1,
            new InvoiceNumber("A-1"),
            LocalDate.of(2001, 5, 16),
            DUE,
            Money.parse("100.00"),
            null,
            List.of(),
            null);
    return new InvoiceReading(invoice, Money.parse(open), Money.parse(disputed), today, List.of())
        .daysPastDue();
  }

  @Test
  void an_invoice_is_past_due_from_the_day_after_its_due_date() {
    assertThat(daysPastDue("100.00", "0.00", DUE.minusDays(3))).isZero();
    assertThat(daysPastDue("100.00", "0.00", DUE)).isZero();
    assertThat(daysPastDue("100.00", "0.00", DUE.plusDays(1))).isOne();
    assertThat(daysPastDue("0.01", "0.00", DUE.plusDays(31))).isEqualTo(31);
  }

  @Test
  void what_is_paid_or_disputed_as_a_whole_is_not_past_due_and_a_part_of_it_is() {
    assertThat(daysPastDue("0.00", "0.00", DUE.plusDays(5))).isZero();
    assertThat(daysPastDue("60.00", "60.00", DUE.plusDays(5))).isZero();
    assertThat(daysPastDue("60.00", "59.99", DUE.plusDays(5))).isEqualTo(5);
  }
}
