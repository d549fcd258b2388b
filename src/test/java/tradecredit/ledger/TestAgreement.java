package tradecredit.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementId;
import tradecredit.agreement.Clause;
import tradecredit.agreement.ClauseTreatment;
import tradecredit.agreement.Covenants;
import tradecredit.agreement.Party;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.Product;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.Restriction;
import tradecredit.agreement.Terms;
import tradecredit.agreement.TradingAccount;

/**
 * A small agreement of 16 May 2001 with one account for each direction. On the account under test
 * one card is sold freely, one is held back by clause 17, and one is sold on the other account
 * only.
 */
final class TestAgreement {

  static final AccountId ACCOUNT = new AccountId("kattosko-to-seller");
  static final AccountId OTHER_ACCOUNT = new AccountId("auxer-to-kattosko");
  static final ProductId CARD = new ProductId("original");
  static final ProductId HELD_BACK = new ProductId("total-call");
  static final ProductId ELSEWHERE = new ProductId("auxer-direct");
  static final LocalDate EFFECTIVE = LocalDate.parse("2001-05-16");
  static final int CLAUSE = 6;

  private static final PartyId KATTOSKO = new PartyId("kattosko");
  private static final PartyId SELLER = new PartyId("seller");
  private static final Restriction CLAUSE_17 =
      new Restriction(17, LocalDate.parse("2002-05-16"), "one year without Total Call");

  private TestAgreement() {}

  static TradingAccount account(Terms terms) {
    return new TradingAccount(ACCOUNT, KATTOSKO, SELLER, CLAUSE, terms);
  }

  static Agreement with(TradingAccount account) {
    Terms usual =
        new Terms(account.terms().creditLimit(), 21, Map.of(), false, Terms.DEFAULT_THRESHOLDS);
    TradingAccount other = new TradingAccount(OTHER_ACCOUNT, SELLER, KATTOSKO, 5, usual);
    return new Agreement(
        new AgreementId("test"),
        "Test",
        EFFECTIVE,
        ZoneId.of("America/New_York"),
        Currency.getInstance("USD"),
        List.of(new Party(KATTOSKO, "Kattosko"), new Party(SELLER, "Seller")),
        List.of(),
        List.of(account, other),
        IntStream.rangeClosed(1, 17).mapToObj(TestAgreement::clause).toList(),
        List.of(
            new Product(CARD, "Original", List.of(ACCOUNT), null),
            new Product(HELD_BACK, "Total Call", List.of(ACCOUNT), CLAUSE_17),
            new Product(ELSEWHERE, "Auxer Direct", List.of(OTHER_ACCOUNT), null)),
        null,
        Covenants.NONE);
  }

  private static Clause clause(int number) {
    return new Clause(number, "Clause " + number, ClauseTreatment.ENFORCED, "By the book.");
  }
}
