package tradecredit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyParsingTest {

  @ParameterizedTest
  @CsvSource({
    "0.00, 0",
    "0.01, 1",
    "0.10, 10",
    "1.00, 100",
    "1250.00, 125000",
    "50000.00, 5000000",
    "9999999999.99, 999999999999",
  })
  void an_amount_with_two_decimals_is_read_and_written_back_the_same(String text, long cents) {
    assertThat(Money.parse(text)).isEqualTo(Money.ofCents(cents)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-5.00, is negative",
    "-0.00, is negative",
    "-5, is negative",
    "50000, is not an amount with two decimals",
    "1.5, is not an amount with two decimals",
    "1.005, is not an amount with two decimals",
    "00, is not an amount with two decimals",
    "007.00, has a leading zero",
    "00.00, has a leading zero",
    "00000000001.00, has a leading zero",
    "10000000000.00, is over 9999999999.99",
    "99999999999999999999.00, is over 9999999999.99",
    "'', is not a decimal amount",
    "' ', is not a decimal amount",
    "' 1.00', is not a decimal amount",
    "'1.00 ', is not a decimal amount",
    "'1,250.00', is not a decimal amount",
    "'1250,00', is not a decimal amount",
    "+1.00, is not a decimal amount",
    "--1.00, is not a decimal amount",
    ".50, is not a decimal amount",
    "5., is not a decimal amount",
    "1e3, is not a decimal amount",
    "0x10, is not a decimal amount",
    "1.0a, is not a decimal amount",
    "NaN, is not a decimal amount",
    "$5.00, is not a decimal amount",
    "١.٠٠, is not a decimal amount",
  })
  void every_other_text_is_refused_with_the_rule_it_breaks(String text, String rule) {
    assertThatExceptionOfType(MoneyFormatException.class)
        .isThrownBy(() -> Money.parse(text))
        .withMessage("\"" + text + "\" " + rule)
        .satisfies(refusal -> assertThat(refusal.text()).isEqualTo(text));
  }

  @Test
  void a_line_break_at_the_end_is_refused_and_not_shown_as_one() {
    assertThatExceptionOfType(MoneyFormatException.class)
        .isThrownBy(() -> Money.parse("1.00\n"))
        .withMessage("\"1.00?\" is not a decimal amount");
  }

  @Test
  void a_huge_text_is_kept_whole_and_shown_short() {
    String text = "9".repeat(100_000);
    assertThatExceptionOfType(MoneyFormatException.class)
        .isThrownBy(() -> Money.parse(text))
        .withMessage("\"" + "9".repeat(40) + "…\" is not an amount with two decimals")
        .satisfies(refusal -> assertThat(refusal.text()).isEqualTo(text));
  }
}
