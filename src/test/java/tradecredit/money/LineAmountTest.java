package tradecredit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineAmountTest {

  @ParameterizedTest
  @CsvSource({
    "10.00, 265, 33.33, 1766.76", // 1766.755: the example of the Javadoc
    "10.00, 100, 30, 700.00",
    "5.00, 1, 0, 5.00",
    "0.01, 1, 50, 0.01", // 0.005 goes up
    "0.01, 1, 50.01, 0.00", // 0.004999 goes down
    "0.03, 1, 50, 0.02", // 0.015 goes up, not to the even cent below
    "0.05, 1, 50, 0.03", // 0.025 goes up, where half-even would go down
    "0.01, 1, 99.99, 0.00",
    "1.00, 50, 99.99, 0.01", // 0.005
    "1.00, 49, 99.99, 0.00", // 0.0049
    "20.00, 0, 30, 0.00",
    "0.00, 1000, 30, 0.00",
    "9999999999.99, 1000000, 99.99, 999999999999.00",
  })
  void a_line_is_rounded_half_up_to_the_cent_once(
      String faceValue, long quantity, String discount, String amount) {
    assertThat(Discount.parse(discount).lineAmount(Money.parse(faceValue), quantity))
        .hasToString(amount);
  }

  @Test
  void rounding_per_line_is_not_rounding_per_card() {
    Money oneCard = new Discount(3333).lineAmount(Money.ofCents(1000), 1);
    assertThat(oneCard).hasToString("6.67");
    assertThat(Money.ofCents(oneCard.cents() * 265)).hasToString("1767.55");
  }

  @Test
  void any_line_agrees_with_decimal_arithmetic() {
    Random random = new Random(20010516);
    for (int attempt = 0; attempt < 20_000; attempt++) {
      long faceCents = random.nextLong(1_000_000_000_000L);
      long quantity = random.nextLong(1 + Long.MAX_VALUE / Math.max(1, faceCents));
      int basisPoints = random.nextInt(10_000);
      BigDecimal expected =
          BigDecimal.valueOf(faceCents)
              .multiply(BigDecimal.valueOf(quantity))
              .multiply(BigDecimal.valueOf(10_000 - basisPoints))
              .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP);
      assertThat(new Discount(basisPoints).lineAmount(Money.ofCents(faceCents), quantity).cents())
          .isEqualTo(expected.longValueExact());
    }
  }

  @Test
  void the_largest_gross_is_still_exact_and_one_more_is_refused() {
    Money cent = Money.ofCents(1);
    assertThat(new Discount(0).lineAmount(cent, Long.MAX_VALUE).cents()).isEqualTo(Long.MAX_VALUE);
    assertThat(new Discount(5000).lineAmount(cent, Long.MAX_VALUE).cents()).isEqualTo(1L << 62);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Discount(5000).lineAmount(Money.ofCents(2), 1L << 62));
  }

  @Test
  void a_negative_face_value_or_quantity_is_refused() {
    Discount none = new Discount(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.lineAmount(Money.ofCents(-1), 1))
        .withMessage("a line has no negative face value or quantity: -0.01 x 1");
    assertThatIllegalArgumentException().isThrownBy(() -> none.lineAmount(Money.ofCents(1), -1));
  }
}
