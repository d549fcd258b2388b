package tradecredit.covenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.AgreementFile;
import tradecredit.agreement.Covenant;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;
import tradecredit.support.ShippedAgreement;

/** Each clause of the filing about selling, as {@code config/agreement.yml} has it. */
class CovenantCheckTest {

  private static final String SHIPPED = ShippedAgreement.text();
  private static final CovenantCheck CHECK = check(SHIPPED);

  private static CovenantCheck check(String text) {
    return new CovenantCheck(AgreementFile.read("test.yml", new StringReader(text)));
  }

  private static CovenantFindings of(
      CovenantCheck check, String seller, String product, String customer, String discount) {
    return of(check, seller, product, customer, discount, "2001-06-01");
  }

  private static CovenantFindings of(
      CovenantCheck check,
      String seller,
      String product,
      String customer,
      String discount,
      String date) {
    return check.of(
        new Sale(
            new PartyId(seller),
            new ProductId(product),
            new PartyId(customer),
            Discount.parse(discount),
            LocalDate.parse(date)));
  }

  private static List<Integer> clauses(Stream<? extends Covenant> rules) {
    return rules.map(Covenant::clause).toList();
  }

  private static void assertFindings(
      CovenantFindings findings, @Nullable Boolean allowed, Integer... forbiddenBy) {
    assertThat(findings.allowed()).isEqualTo(allowed);
    assertThat(clauses(findings.forbiddenBy().stream())).containsExactly(forbiddenBy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auxer-group", "auxer-telecom", "ct-industries", "seller"})
  void clause_15_binds_each_company_of_seller_and_the_group(String seller) {
    for (String card : List.of("original", "northern-star", "african-voice")) {
      assertFindings(of(CHECK, seller, card, "kattosko-customer", "0"), false, 15);
    }
    assertFindings(of(CHECK, seller, "auxer-direct", "kattosko-customer", "0"), true);
  }

  @Test
  void clause_15_binds_nobody_else_and_protects_nobody_elses_customers() {
    assertFindings(of(CHECK, "kattosko", "original", "kattosko-customer", "0"), true);
    assertFindings(of(CHECK, "clifton", "original", "kattosko-customer", "0"), true);
    assertFindings(of(CHECK, "seller", "northern-star", "clifton-customer", "0"), true);
    assertFindings(of(CHECK, "seller", "northern-star", "other-customer", "0"), true);
  }

  @Test
  void a_customer_of_a_member_is_a_customer_of_the_group() {
    CovenantCheck check =
        check(
            SHIPPED
                .replace("customersOf: kattosko", "customersOf: seller")
                .replace("customerOf: [kattosko]", "customerOf: [auxer-telecom]"));
    assertFindings(of(check, "seller", "original", "kattosko-customer", "0"), false, 15);
    assertFindings(of(check, "seller", "original", "clifton-customer", "0"), true);
  }

  @Test
  void clause_14_sets_aside_clauses_9_and_15_for_quick_stop() {
    CovenantFindings original = of(CHECK, "auxer-telecom", "original", "quick-stop", "50");
    assertFindings(original, true);
    assertThat(clauses(original.permittedBy().stream())).containsExactly(14);
    assertThat(clauses(original.setAside().stream().map(CovenantFindings.SetAside::rule)))
        .containsExactly(9, 15);
    assertFindings(of(CHECK, "seller", "clifton-itg", "quick-stop", "0"), true);
  }

  @Test
  void clause_14_does_not_set_aside_clause_17() {
    assertFindings(of(CHECK, "seller", "total-call", "quick-stop", "0"), false, 17);
  }

  @ParameterizedTest
  @CsvSource({
    "2001-05-15, true",
    "2001-05-16, false",
    "2002-05-15, false",
    "2002-05-16, true",
  })
  void clause_17_binds_seller_for_a_year(String date, boolean allowed) {
    CovenantFindings findings =
        of(CHECK, "ct-industries", "total-call", "other-customer", "0", date);
    assertThat(findings.allowed()).isEqualTo(allowed);
    assertFindings(of(CHECK, "kattosko", "total-call", "other-customer", "0", date), true);
  }

  @Test
  void clause_9_keeps_cliftons_itg_products_from_cliftons_customers_only() {
    assertFindings(of(CHECK, "seller", "clifton-itg", "clifton-customer", "0"), false, 9);
    assertFindings(of(CHECK, "seller", "clifton-itg", "kattosko-customer", "0"), true);
    assertFindings(of(CHECK, "kattosko", "clifton-itg", "clifton-customer", "0"), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"original", "african-voice"})
  void a_discount_that_nobody_has_stated_leaves_the_sale_undecided(String card) {
    CovenantFindings findings = of(CHECK, "seller", card, "other-customer", "0.01");
    assertFindings(findings, null);
    assertThat(clauses(findings.undecided().stream())).containsExactly(9);
    assertThat(findings.exempt())
        .containsExactly(new CovenantFindings.Exempt(9, 14, new PartyId("quick-stop")));
  }

  @Test
  void no_discount_is_above_no_cap_and_other_cards_and_sellers_have_none() {
    assertFindings(of(CHECK, "seller", "original", "other-customer", "0"), true);
    assertFindings(of(CHECK, "seller", "northern-star", "other-customer", "99.99"), true);
    assertFindings(of(CHECK, "kattosko", "original", "other-customer", "99.99"), true);
  }

  @Test
  void what_another_clause_forbids_is_forbidden_whatever_the_discount_may_be() {
    CovenantFindings findings = of(CHECK, "seller", "original", "kattosko-customer", "30");
    assertFindings(findings, false, 15);
    assertThat(clauses(findings.undecided().stream())).containsExactly(9);
    assertThat(findings.exempt())
        .extracting(CovenantFindings.Exempt::clause)
        .containsExactlyInAnyOrder(9, 15);
  }

  @Test
  void a_right_to_other_cards_is_no_way_round_the_clause() {
    String right = "customers: [quick-stop]\n      setsAside: [9, 15]";
    assertThat(SHIPPED).contains(right);
    CovenantCheck check =
        check(SHIPPED.replace(right, "products: [northern-star]\n      " + right));
    assertThat(of(check, "seller", "original", "kattosko-customer", "30").exempt()).isEmpty();
    CovenantFindings northernStar = of(check, "seller", "northern-star", "kattosko-customer", "30");
    assertFindings(northernStar, false, 15);
    assertThat(northernStar.exempt())
        .as("clause 9 caps no northern-star, so nothing of it is in the way")
        .containsExactly(new CovenantFindings.Exempt(15, 14, new PartyId("quick-stop")));
  }

  @Test
  void a_discount_that_is_stated_decides_to_the_hundredth_of_a_percent() {
    String rule = "products: [african-voice]\n";
    CovenantCheck stated =
        check(
            SHIPPED.replaceFirst(
                "kind: caps\n(.*\n)(\\s+)products: \\[african-voice\\]\n",
                "kind: caps\n$1$2products: [african-voice]\n$2discount: \"33.33\"\n"));
    assertThat(SHIPPED).contains(rule);
    assertFindings(of(stated, "seller", "african-voice", "other-customer", "33.33"), true);
    assertFindings(of(stated, "seller", "african-voice", "other-customer", "33.34"), false, 9);
    assertFindings(of(stated, "seller", "african-voice", "quick-stop", "33.34"), true);
    assertFindings(of(stated, "seller", "original", "other-customer", "33.33"), null);
  }

  @Test
  void clause_8_gives_auxer_group_and_clifton_the_stock_that_auxer_telecom_services() {
    for (String seller : List.of("auxer-group", "clifton")) {
      CovenantFindings findings = of(CHECK, seller, "auxer-direct", "other-customer", "0");
      assertThat(clauses(findings.permittedBy().stream())).containsExactly(8);
      assertThat(of(CHECK, seller, "original", "other-customer", "0").permittedBy()).isEmpty();
    }
    assertThat(of(CHECK, "ct-industries", "auxer-direct", "other-customer", "0").permittedBy())
        .isEmpty();
  }

  @Test
  void clause_10_comes_as_a_condition() {
    assertThat(conditions("seller", "original", "2001-06-01")).containsExactly(10);
    assertThat(conditions("seller", "clifton-alliance", "2001-06-01")).containsExactly(10);
    assertThat(conditions("kattosko", "auxer-direct", "2001-06-01")).containsExactly(10);
    assertThat(conditions("kattosko", "original", "2001-06-01")).isEmpty();
    assertThat(conditions("seller", "original", "2001-05-15")).as("not in force").isEmpty();
  }

  private static List<Integer> conditions(String seller, String card, String date) {
    return clauses(of(CHECK, seller, card, "other-customer", "0", date).conditions().stream());
  }

  @ParameterizedTest
  @CsvSource({
    "2001-05-14, seller, true",
    "2001-05-14, auxer-telecom, true",
    "2001-05-01, seller, true",
    "2001-05-15, seller, false",
    "2001-05-16, seller, false",
    "2001-05-14, other-customer, false",
  })
  void clause_13_reaches_back_to_sales_of_kattosko_to_seller_up_to_14_may(
      String date, String customer, boolean honored) {
    CovenantFindings findings = of(CHECK, "kattosko", "northern-star", customer, "0", date);
    assertThat(clauses(findings.conditions().stream()).contains(13)).isEqualTo(honored);
    assertFindings(findings, true);
  }

  @Test
  void before_the_agreement_nothing_is_forbidden_and_it_says_that_it_is_not_in_force() {
    CovenantFindings before =
        of(CHECK, "seller", "original", "kattosko-customer", "30", "2001-05-15");
    assertFindings(before, true);
    assertThat(before.inForce()).isFalse();
    assertThat(of(CHECK, "seller", "original", "quick-stop", "30", "2001-05-15").permittedBy())
        .isEmpty();
    assertThat(of(CHECK, "seller", "original", "quick-stop", "30", "2001-05-16").inForce())
        .isTrue();
  }
}
