package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.money.Discount;
import tradecredit.money.Money;

class AgreementReferencesTest {

  private static final PartyId MAKER = new PartyId("maker");
  private static final PartyId SHOP = new PartyId("shop");
  private static final PartyId FIRM = new PartyId("firm");
  private static final AccountId ACCOUNT = new AccountId("maker-to-shop");
  private static final ProductId CARD = new ProductId("card");

  private final List<Party> parties =
      new ArrayList<>(List.of(new Party(MAKER, "Maker"), new Party(SHOP, "Shop")));
  private final List<PartyGroup> groups =
      new ArrayList<>(List.of(new PartyGroup(FIRM, "Firm", List.of(MAKER))));
  private final List<Clause> clauses = new ArrayList<>(List.of(clause(1), clause(2)));
  private final List<TradingAccount> accounts =
      new ArrayList<>(List.of(account(MAKER, SHOP, 1, Map.of())));
  private final List<Product> products = new ArrayList<>(List.of(product(ACCOUNT, null)));

  private static TradingAccount account(
      PartyId supplier, PartyId buyer, int clause, Map<ProductId, Discount> discounts) {
    Terms terms = new Terms(Money.parse("100.00"), 21, discounts, false, Terms.DEFAULT_THRESHOLDS);
    return new TradingAccount(ACCOUNT, supplier, buyer, clause, terms);
  }

  private static Clause clause(int number) {
    return new Clause(number, "summary", ClauseTreatment.RECORDED, "how");
  }

  private static Product product(AccountId account, @Nullable Restriction restriction) {
    return new Product(CARD, "Card", List.of(account), restriction);
  }

  private Agreement agreement() {
    return new Agreement(
        new AgreementId("test"),
        "Test",
        LocalDate.parse("2001-05-16"),
        ZoneId.of("America/New_York"),
        Currency.getInstance("USD"),
        parties,
        groups,
        accounts,
        clauses,
        products,
        null,
        Covenants.NONE);
  }

  private void assertRefused(String fault) {
    assertThatIllegalArgumentException().isThrownBy(this::agreement).withMessage(fault);
  }

  @Test
  void an_agreement_does_not_change_with_the_lists_it_was_made_of() {
    Agreement agreement = agreement();
    parties.clear();
    products.clear();
    assertThat(agreement.parties()).hasSize(2);
    assertThat(agreement.products()).hasSize(1).isUnmodifiable();
  }

  @Test
  void what_is_not_in_the_agreement_is_not_found() {
    assertThat(agreement().account(new AccountId("other"))).isEmpty();
    assertThat(agreement().product(new ProductId("other"))).isEmpty();
    assertThat(agreement().clause(3)).isEmpty();
    assertThat(agreement().clause(2)).contains(clause(2));
  }

  @Test
  void an_id_is_used_once() {
    parties.add(new Party(MAKER, "Another"));
    assertRefused("there are two parties maker");
  }

  @Test
  void a_group_is_not_called_like_a_party() {
    groups.add(new PartyGroup(SHOP, "Shops", List.of(SHOP)));
    assertRefused("there are two parties or groups shop");
  }

  @Test
  void an_account_id_is_used_once() {
    accounts.add(account(SHOP, MAKER, 2, Map.of()));
    assertRefused("there are two accounts maker-to-shop");
  }

  @Test
  void a_product_id_is_used_once() {
    products.add(product(ACCOUNT, null));
    assertRefused("there are two products card");
  }

  @Test
  void clauses_are_numbered_without_gaps() {
    clauses.add(clause(4));
    assertRefused("the clauses are not numbered 1, 2, 3 …");
  }

  @Test
  void a_member_of_a_group_is_a_party_and_not_a_group() {
    groups.add(new PartyGroup(new PartyId("holding"), "Holding", List.of(FIRM)));
    assertRefused("holding has an unknown member");
  }

  @Test
  void a_party_is_a_member_of_one_group_at_most() {
    groups.add(new PartyGroup(new PartyId("holding"), "Holding", List.of(SHOP, MAKER)));
    assertRefused("maker is a member of two groups");
  }

  @Test
  void a_product_is_sold_on_accounts_that_exist() {
    products.set(0, product(new AccountId("elsewhere"), null));
    assertRefused("card is on an unknown account");
  }

  @Test
  void a_restriction_cites_a_clause_that_exists() {
    products.set(0, product(ACCOUNT, new Restriction(3, LocalDate.parse("2002-05-16"), "reason")));
    assertRefused("there is no clause 3");
  }

  @Test
  void an_account_is_granted_by_a_clause_that_exists() {
    accounts.set(0, account(MAKER, SHOP, 3, Map.of()));
    assertRefused("there is no clause 3");
  }

  @Test
  void supplier_and_buyer_exist() {
    accounts.set(0, account(new PartyId("nobody"), SHOP, 1, Map.of()));
    assertRefused("maker-to-shop has an unknown supplier");
    accounts.set(0, account(MAKER, new PartyId("nobody"), 1, Map.of()));
    assertRefused("maker-to-shop has an unknown buyer");
  }

  @Test
  void no_party_is_on_both_sides_of_an_account() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account(SHOP, SHOP, 1, Map.of()))
        .withMessage("shop is both supplier and buyer");
    accounts.set(0, account(FIRM, MAKER, 1, Map.of()));
    assertRefused("maker-to-shop has a party on both sides");
  }

  @Test
  void a_discount_is_pinned_for_a_product_that_the_account_sells() {
    accounts.set(0, account(MAKER, SHOP, 1, Map.of(new ProductId("other"), new Discount(3000))));
    assertRefused("maker-to-shop pins a discount of the unknown other");
  }

  @Test
  void a_discount_is_not_pinned_on_an_account_that_does_not_sell_the_product() {
    AccountId back = new AccountId("shop-to-maker");
    Terms terms =
        new Terms(
            Money.parse("100.00"),
            21,
            Map.of(CARD, new Discount(3000)),
            false,
            Terms.DEFAULT_THRESHOLDS);
    accounts.add(new TradingAccount(back, SHOP, MAKER, 2, terms));
    assertRefused("shop-to-maker pins a discount of card, not sold on it");
    products.set(0, new Product(CARD, "Card", List.of(ACCOUNT, back), null));
    assertThat(agreement().accounts()).hasSize(2);
  }

  @Test
  void a_list_without_an_element_is_refused_but_for_the_groups() {
    groups.clear();
    assertThat(agreement().groups()).isEmpty();
    products.clear();
    assertRefused("the products are empty");
  }
}
