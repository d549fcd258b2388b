package tradecredit.http.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.InvoiceLine;
import tradecredit.money.Money;

/**
 * What an invoice's lines are held to before any rule sees them, whether they come as JSON or as
 * the rows of a file.
 */
public final class LineBounds {

  /** The most cards that a line may have. */
  public static final long MOST_CARDS = 1_000_000_000L;

  /** The largest amount that one invoice may have: 9,999,999,999.99. */
  static final Money LARGEST = Money.ofCents(999_999_999_999L);

  private LineBounds() {}

  /** Why {@code product} can be neither invoiced nor given a discount, or null. */
  public static @Nullable String unknown(ProductId product, Agreement agreement) {
    return agreement.product(product).isEmpty()
        ? "the agreement knows no product " + product
        : null;
  }

  /** Why a line is too large to be computed with, or null. */
  public static @Nullable String outOfBounds(Money faceValue, long quantity) {
    return quantity > LARGEST.cents() / faceValue.cents()
        ? "faceValue x quantity is above " + LARGEST
        : null;
  }

  /** What is wrong with the total of these lines, or null. */
  public static @Nullable String wrongTotal(List<InvoiceLine> lines) {
    Money total = lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
    if (total.isZero()) {
      return "an invoice of 0.00 is not taken";
    }
    return total.isGreaterThan(LARGEST) ? "the total is above " + LARGEST : null;
  }
}
