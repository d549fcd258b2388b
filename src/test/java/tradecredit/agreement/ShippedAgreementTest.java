package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.money.Money;
import tradecredit.support.ShippedAgreement;

/** The agreement of 16 May 2001 as {@code config/agreement.yml} has it. */
class ShippedAgreementTest {

  private static final PartyId AUXER_GROUP = new PartyId("auxer-group");
  private static final PartyId AUXER_TELECOM = new PartyId("auxer-telecom");
  private static final PartyId CT_INDUSTRIES = new PartyId("ct-industries");
  private static final PartyId KATTOSKO = new PartyId("kattosko");
  private static final PartyId SELLER = new PartyId("seller");

  private final Agreement agreement = ShippedAgreement.read();

  @Test
  void it_takes_effect_on_16_may_2001_in_new_york_and_counts_dollars() {
    assertThat(agreement.id()).hasToString("clifton-telecard-2001");
    assertThat(agreement.effectiveDate()).isEqualTo(LocalDate.of(2001, 5, 16));
    assertThat(agreement.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(agreement.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void seller_is_the_three_companies_that_sold() {
    assertThat(agreement.parties())
        .extracting(Party::id)
        .containsExactly(AUXER_GROUP, AUXER_TELECOM, CT_INDUSTRIES, KATTOSKO);
    assertThat(agreement.groups())
        .containsExactly(
            new PartyGroup(SELLER, "Seller", List.of(AUXER_GROUP, AUXER_TELECOM, CT_INDUSTRIES)));
  }

  @Test
  void a_member_acts_for_the_group_and_nobody_for_another_party() {
    assertThat(agreement.isOnSide(SELLER, CT_INDUSTRIES)).isTrue();
    assertThat(agreement.isOnSide(SELLER, SELLER)).isTrue();
    assertThat(agreement.isOnSide(SELLER, KATTOSKO)).isFalse();
    assertThat(agreement.isOnSide(AUXER_TELECOM, AUXER_TELECOM)).isTrue();
    assertThat(agreement.isOnSide(AUXER_TELECOM, CT_INDUSTRIES)).isFalse();
    assertThat(agreement.isOnSide(AUXER_TELECOM, SELLER)).isFalse();
  }

  @Test
  void clause_5_grants_the_account_on_which_auxer_telecom_invoices_kattosko() {
    assertThat(agreement.account(new AccountId("auxer-to-kattosko")))
        .contains(
            new TradingAccount(
                new AccountId("auxer-to-kattosko"), AUXER_TELECOM, KATTOSKO, 5, terms(false)));
  }

  @Test
  void clause_6_grants_the_account_on_which_kattosko_invoices_seller_in_good_standing() {
    assertThat(agreement.account(new AccountId("kattosko-to-seller")))
        .contains(
            new TradingAccount(
                new AccountId("kattosko-to-seller"), KATTOSKO, SELLER, 6, terms(true)));
  }

  private static Terms terms(boolean requiresGoodStanding) {
    return new Terms(
        Money.ofCents(5_000_000), 21, Map.of(), requiresGoodStanding, List.of(80, 95, 100));
  }

  @ParameterizedTest
  @CsvSource({
    "original, kattosko-to-seller",
    "northern-star, kattosko-to-seller",
    "african-voice, kattosko-to-seller",
    "auxer-direct, auxer-to-kattosko",
    "total-call, auxer-to-kattosko",
  })
  void each_product_is_sold_on_the_account_of_its_own_supplier(String product, String account) {
    assertThat(agreement.products()).hasSize(5);
    assertThat(agreement.product(new ProductId(product)).orElseThrow().soldOn())
        .containsExactly(new AccountId(account));
  }

  @Test
  void clause_17_holds_back_total_call_for_a_year_and_nothing_else() {
    assertThat(agreement.products())
        .filteredOn(product -> product.restriction() != null)
        .extracting(Product::id)
        .containsExactly(new ProductId("total-call"));
    assertThat(agreement.product(new ProductId("total-call")).orElseThrow().restriction())
        .isNotNull()
        .extracting(Restriction::clause, Restriction::allowedFrom)
        .containsExactly(17, LocalDate.of(2002, 5, 16));
  }

  @Test
  void clause_4_promises_six_monthly_instalments_180_days_after_the_agreement() {
    assertThat(agreement.promissoryNote())
        .isEqualTo(new PromissoryNoteTerms(4, KATTOSKO, SELLER, 6, 180));
  }

  @Test
  void the_covenants_are_those_of_clauses_8_9_10_13_14_15_and_17() {
    assertThat(agreement.covenants().rules())
        .extracting(Covenant::clause)
        .containsExactly(8, 9, 9, 9, 10, 10, 10, 13, 14, 15, 17);
    assertThat(agreement.covenants().rules())
        .filteredOn(Covenant.Caps.class::isInstance)
        .extracting(rule -> ((Covenant.Caps) rule).highest())
        .as("the filing states no discount")
        .containsOnlyNulls();
  }

  @Test
  void all_17_clauses_are_there_and_4_5_6_and_17_are_enforced() {
    assertThat(agreement.clauses())
        .extracting(Clause::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 17).boxed().toList());
    assertThat(numbers(ClauseTreatment.ENFORCED)).containsExactly(4, 5, 6, 17);
    assertThat(numbers(ClauseTreatment.RECORDED)).containsExactly(1, 8, 9, 10, 13, 14, 15);
    assertThat(numbers(ClauseTreatment.OUTSIDE)).containsExactly(2, 3, 7, 11, 12, 16);
  }

  private List<Integer> numbers(ClauseTreatment treatment) {
    return agreement.clauses().stream()
        .filter(clause -> clause.treatment() == treatment)
        .map(Clause::number)
        .toList();
  }
}
