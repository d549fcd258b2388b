package tradecredit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MoneyArithmeticTest {

  private static final Money TEN = Money.ofCents(1000);
  private static final Money THREE_CENTS = Money.ofCents(3);
  private static final Money MOST = Money.ofCents(Long.MAX_VALUE);
  private static final Money LEAST = Money.ofCents(Long.MIN_VALUE);

  @Test
  void sums_and_differences_are_exact_to_the_cent() {
    assertThat(TEN.plus(THREE_CENTS)).isEqualTo(Money.ofCents(1003));
    assertThat(THREE_CENTS.minus(TEN)).isEqualTo(Money.ofCents(-997));
    assertThat(TEN.negated()).isEqualTo(Money.ofCents(-1000));
  }

  @Test
  void a_result_beyond_a_long_of_cents_is_refused_and_never_wraps() {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.plus(THREE_CENTS));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> LEAST.minus(THREE_CENTS));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(LEAST::negated);
  }

  @Test
  void zero_is_neither_positive_nor_negative() {
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(Money.ZERO.isNegative()).isFalse();
  }

  @Test
  void one_cent_decides_the_sign() {
    assertThat(Money.ofCents(1).isPositive()).isTrue();
    assertThat(Money.ofCents(1).isZero()).isFalse();
    assertThat(Money.ofCents(-1).isNegative()).isTrue();
    assertThat(Money.ofCents(-1).isPositive()).isFalse();
  }

  @Test
  void equal_amounts_are_not_greater_and_one_cent_more_is() {
    assertThat(TEN.isGreaterThan(Money.ofCents(1000))).isFalse();
    assertThat(Money.ofCents(1001).isGreaterThan(TEN)).isTrue();
    assertThat(Money.ofCents(999).isGreaterThan(TEN)).isFalse();
  }

  @Test
  void the_smaller_and_the_larger_are_found_on_both_sides_of_zero() {
    Money debt = Money.ofCents(-1000);
    assertThat(TEN.min(debt)).isEqualTo(debt);
    assertThat(debt.min(TEN)).isEqualTo(debt);
    assertThat(TEN.max(debt)).isEqualTo(TEN);
    assertThat(debt.max(TEN)).isEqualTo(TEN);
  }

  @Test
  void amounts_order_by_size_even_at_the_ends_of_the_range() {
    assertThat(LEAST).isLessThan(MOST);
    assertThat(TEN).isGreaterThan(THREE_CENTS).isEqualByComparingTo(Money.ofCents(1000));
  }
}
