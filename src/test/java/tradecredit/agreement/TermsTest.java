package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.money.Discount;
import tradecredit.money.Money;

class TermsTest {

  private static final Money LIMIT = Money.parse("50000.00");
  private static final ProductId CARD = new ProductId("card");

  @Test
  void the_usual_thresholds_are_80_95_and_100_percent() {
    assertThat(Terms.DEFAULT_THRESHOLDS).containsExactly(80, 95, 100);
  }

  @Test
  void terms_do_not_change_with_the_collections_they_were_made_of() {
    Map<ProductId, Discount> discounts = new LinkedHashMap<>(Map.of(CARD, new Discount(3000)));
    List<Integer> thresholds = new ArrayList<>(List.of(50, 100));
    Terms terms = new Terms(LIMIT, 21, discounts, true, thresholds);
    discounts.clear();
    thresholds.clear();
    assertThat(terms.discounts()).containsExactly(Map.entry(CARD, new Discount(3000)));
    assertThat(terms.thresholds()).containsExactly(50, 100);
    assertThat(terms.discounts()).isUnmodifiable();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 21, 365})
  void net_days_from_0_to_365_are_held(int netDays) {
    assertThat(terms(LIMIT, netDays).netDays()).isEqualTo(netDays);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 366})
  void other_net_days_are_refused(int netDays) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms(LIMIT, netDays))
        .withMessage(netDays + " net days are not within 0 to 365");
  }

  @Test
  void a_limit_of_nothing_is_held_and_a_negative_one_is_refused() {
    assertThat(terms(Money.ZERO, 21).creditLimit()).isEqualTo(Money.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms(Money.ofCents(-1), 21))
        .withMessage("the credit limit -0.01 is negative");
  }

  @Test
  void thresholds_are_from_1_to_100() {
    assertThat(new Terms(LIMIT, 21, Map.of(), false, List.of(1, 100)).thresholds())
        .containsExactly(1, 100);
  }

  @Test
  void thresholds_that_are_none_or_do_not_ascend_from_1_to_100_are_refused() {
    for (List<Integer> thresholds :
        List.of(
            List.<Integer>of(), List.of(0), List.of(101), List.of(95, 80), List.of(80, 80, 100))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Terms(LIMIT, 21, Map.of(), false, thresholds))
          .withMessageStartingWith("the thresholds ");
    }
  }

  private static Terms terms(Money creditLimit, int netDays) {
    return new Terms(creditLimit, netDays, Map.of(), false, Terms.DEFAULT_THRESHOLDS);
  }
}
