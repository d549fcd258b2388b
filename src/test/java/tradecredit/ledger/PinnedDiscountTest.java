package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.TestAgreement.CARD;
import static tradecredit.ledger.TestAgreement.CLAUSE;
import static tradecredit.ledger.TestAgreement.HELD_BACK;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Refusal.DiscountNotCurrent;
import tradecredit.money.Discount;

/**
 * "At the current discounts": where the terms of the invoice date pin one, a line must carry it.
 */
class PinnedDiscountTest {

  @Test
  void a_line_at_the_pinned_discount_is_accepted() {
    OpenBook book = aBook().withDiscount(CARD, "33.33").open();
    book.accepts(anInvoice("A-1").selling(CARD, "10.00", "33.33"));
    book.owes("6.67");
  }

  @Test
  void a_line_at_another_discount_is_refused_and_both_are_named() {
    OpenBook book = aBook().withDiscount(CARD, "33.33").open();
    assertThat(book.refuses(anInvoice("A-1").selling(CARD, "10.00", "33.34")))
        .isEqualTo(new DiscountNotCurrent(0, CARD, percent("33.34"), percent("33.33"), CLAUSE));
    assertThat(book.refuses(anInvoice("A-1").selling(CARD, "10.00", "33")).clause())
        .isEqualTo(CLAUSE);
  }

  @Test
  void a_product_whose_discount_is_not_pinned_is_sold_at_any() {
    OpenBook book = aBook().at("2002-06-01").withDiscount(CARD, "30").open();
    book.accepts(anInvoice("A-1").selling(HELD_BACK, "10.00", "99").dated("2002-05-16"));
  }

  @Test
  void a_pinned_discount_of_nothing_allows_no_other() {
    OpenBook book = aBook().withDiscount(CARD, "0").open();
    book.refuses(anInvoice("A-1").selling(CARD, "10.00", "0.01"));
    book.accepts(anInvoice("A-1").selling(CARD, "10.00", "0"));
  }

  @Test
  void the_first_line_at_another_discount_is_named() {
    OpenBook book = aBook().withDiscount(CARD, "30").open();
    AnInvoice invoice =
        anInvoice("A-1").selling(CARD, "10.00", "30").andSelling(CARD, "10.00", "31");
    assertThat(book.refuses(invoice))
        .isEqualTo(new DiscountNotCurrent(1, CARD, percent("31"), percent("30"), CLAUSE));
  }

  @Test
  void the_terms_of_the_invoice_date_decide_not_those_of_the_business_date() {
    OpenBook book =
        aBook()
            .at("2001-06-10")
            .withDiscount(CARD, "30")
            .amendedFrom("2001-06-01", "50000.00", 21, Map.of(CARD, percent("35")))
            .open();
    book.accepts(anInvoice("A-1").selling(CARD, "10.00", "30").dated("2001-05-31"));
    book.accepts(anInvoice("A-2").selling(CARD, "10.00", "35").dated("2001-06-01"));
    assertThat(book.refuses(anInvoice("A-3").selling(CARD, "10.00", "35").dated("2001-05-31")))
        .isEqualTo(new DiscountNotCurrent(0, CARD, percent("35"), percent("30"), CLAUSE));
    assertThat(book.refuses(anInvoice("A-3").selling(CARD, "10.00", "30").dated("2001-06-01")))
        .isEqualTo(new DiscountNotCurrent(0, CARD, percent("30"), percent("35"), CLAUSE));
  }

  @Test
  void net_days_too_are_those_of_the_invoice_date() {
    OpenBook book =
        aBook().at("2001-06-10").amendedFrom("2001-06-01", "50000.00", 30, Map.of()).open();
    book.accepts(anInvoice("A-1").dated("2001-05-31"));
    book.accepts(anInvoice("A-2").dated("2001-06-01"));
    assertThat(book.open())
        .extracting(item -> item.dueDate().toString())
        .containsExactly("2001-06-21", "2001-07-01");
  }

  private static Discount percent(String text) {
    return Discount.parse(text);
  }
}
