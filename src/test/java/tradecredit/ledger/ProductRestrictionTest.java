package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.TestAgreement.CARD;
import static tradecredit.ledger.TestAgreement.ELSEWHERE;
import static tradecredit.ledger.TestAgreement.HELD_BACK;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Refusal.ProductRestricted;

/** Which cards may be sold on which account, and clause 17. */
class ProductRestrictionTest {

  private static final LocalDate ALLOWED_FROM = LocalDate.parse("2002-05-16");

  private final OpenBook book = aBook().at("2002-06-01").open();

  @Test
  void a_card_of_the_other_account_is_refused_by_this_accounts_clause_for_ever() {
    assertThat(book.refuses(anInvoice("A-1").selling(ELSEWHERE)))
        .isEqualTo(new ProductRestricted(0, ELSEWHERE, TestAgreement.CLAUSE, null));
  }

  @Test
  void a_card_that_clause_17_holds_back_is_refused_to_the_day_before_it_is_allowed() {
    assertThat(book.refuses(anInvoice("A-1").selling(HELD_BACK).dated("2002-05-15")))
        .isEqualTo(new ProductRestricted(0, HELD_BACK, 17, ALLOWED_FROM));
  }

  @Test
  void it_is_taken_on_the_first_allowed_day() {
    book.accepts(anInvoice("A-1").selling(HELD_BACK).dated("2002-05-16"));
  }

  @Test
  void the_invoice_date_decides_not_the_business_date() {
    assertThat(book.position().businessDate()).isAfter(ALLOWED_FROM);
    assertThat(book.refuses(anInvoice("A-1").selling(HELD_BACK).dated("2001-05-16")).clause())
        .isEqualTo(17);
  }

  @Test
  void the_first_restricted_line_is_named() {
    AnInvoice second = anInvoice("A-1").selling(CARD).andSelling(HELD_BACK, "10.00", "0");
    AnInvoice both = anInvoice("A-2").selling(ELSEWHERE).andSelling(HELD_BACK, "10.00", "0");
    assertThat(book.refuses(second))
        .isEqualTo(new ProductRestricted(1, HELD_BACK, 17, ALLOWED_FROM));
    assertThat(book.refuses(both))
        .isEqualTo(new ProductRestricted(0, ELSEWHERE, TestAgreement.CLAUSE, null));
  }

  @Test
  void a_product_that_the_agreement_does_not_know_is_the_callers_fault() {
    AnInvoice unknown = anInvoice("A-1").selling(new ProductId("unheard-of"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.post(unknown.posting()))
        .withMessage("the agreement knows no product unheard-of");
  }
}
