package tradecredit.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "1, 0.01",
    "-3, -0.03",
    "-30, -0.30",
    "99, 0.99",
    "125000, 1250.00",
    "-125001, -1250.01",
    "9223372036854775807, 92233720368547758.07",
    "-9223372036854775808, -92233720368547758.08",
  })
  void an_amount_is_written_with_two_decimals(long cents, String text) {
    assertThat(Money.ofCents(cents)).hasToString(text);
  }
}
