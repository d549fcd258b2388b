package tradecredit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountParsingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0.00, 0, 0",
    "0.01, 1, 0.01",
    "0.1, 10, 0.1",
    "0.10, 10, 0.1",
    "5, 500, 5",
    "30, 3000, 30",
    "30.0, 3000, 30",
    "32.5, 3250, 32.5",
    "32.50, 3250, 32.5",
    "33.33, 3333, 33.33",
    "90.05, 9005, 90.05",
    "99.99, 9999, 99.99",
  })
  void a_percentage_is_read_exactly_and_written_without_trailing_zeros(
      String text, int basisPoints, String canonical) {
    assertThat(Discount.parse(text)).isEqualTo(new Discount(basisPoints)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, is negative",
    "-0, is negative",
    "-33.333, is negative",
    "00, has a leading zero",
    "030, has a leading zero",
    "00.5, has a leading zero",
    "33.333, has more than two decimals",
    "30.000, has more than two decimals",
    "100, is not below 100 percent",
    "100.00, is not below 100 percent",
    "99999999999, is not below 100 percent",
    "'', is not a percentage",
    "+5, is not a percentage",
    "32.5%, 'is given without the % sign, as 32.5'",
    "5 %, 'is given without the % sign, as 5'",
    "500%, is not a percentage",
    "5., is not a percentage",
    ".5, is not a percentage",
    "'32,5', is not a percentage",
    "1e1, is not a percentage",
    "' 30', is not a percentage",
    "current, is not a percentage",
    "٣٠, is not a percentage",
  })
  void every_other_text_is_refused_with_the_rule_it_breaks(String text, String rule) {
    assertThatExceptionOfType(DiscountFormatException.class)
        .isThrownBy(() -> Discount.parse(text))
        .withMessage("\"" + text + "\" " + rule)
        .satisfies(refusal -> assertThat(refusal.text()).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_000, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void basis_points_outside_0_to_9999_are_refused(int basisPoints) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Discount(basisPoints))
        .withMessage(basisPoints + " basis points are not within 0 to 9999");
  }
}
