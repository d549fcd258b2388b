package tradecredit.ledger;

import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * One line of a card invoice.
 *
 * @param product which card
 * @param faceValue what is printed on one card; above zero
 * @param quantity how many cards; above zero
 * @param discount percent off the face value
 * @param description free text, or nothing
 */
public record InvoiceLine(
    ProductId product,
    Money faceValue,
    long quantity,
    Discount discount,
    @Nullable String description) {

  /** Refuses a line without cards or without a face value. */
  public InvoiceLine {
    if (!faceValue.isPositive() || quantity <= 0) {
      throw new IllegalArgumentException("a line needs a face value and a quantity above zero");
    }
  }

  /** Face value x quantity x (100 - discount) / 100, half up to the cent (design section 6). */
  public Money amount() {
    return discount.lineAmount(faceValue, quantity);
  }
}
