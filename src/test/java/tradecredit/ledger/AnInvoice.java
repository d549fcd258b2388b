package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * An invoice to post, as tests write it: one line of one card, without discount unless said
 * otherwise.
 */
record AnInvoice(String number, LocalDate date, List<InvoiceLine> lines) {

  /** An invoice of 100.00, dated the agreement's first day. */
  static AnInvoice anInvoice(String number) {
    return new AnInvoice(number, TestAgreement.EFFECTIVE, List.of()).of("100.00");
  }

  AnInvoice of(String amount) {
    return selling(TestAgreement.CARD, amount, "0");
  }

  AnInvoice dated(String day) {
    return new AnInvoice(number, LocalDate.parse(day), lines);
  }

  AnInvoice selling(ProductId product) {
    return selling(product, "100.00", "0");
  }

  /** One line in place of all others. */
  AnInvoice selling(ProductId product, String faceValue, String discount) {
    return new AnInvoice(number, date, List.of(line(product, faceValue, discount)));
  }

  /** One line more. */
  AnInvoice andSelling(ProductId product, String faceValue, String discount) {
    return new AnInvoice(
        number, date, List.of(lines.getFirst(), line(product, faceValue, discount)));
  }

  InvoicePosting posting() {
    return InvoicePosting.of(new InvoiceNumber(number), date, null, lines, null);
  }

  /** To post for cards that are delivered already. */
  InvoicePosting deliveredAlready(String reason) {
    return InvoicePosting.of(new InvoiceNumber(number), date, null, lines, reason);
  }

  private static InvoiceLine line(ProductId product, String faceValue, String discount) {
    return new InvoiceLine(product, Money.parse(faceValue), 1, Discount.parse(discount), null);
  }
}
