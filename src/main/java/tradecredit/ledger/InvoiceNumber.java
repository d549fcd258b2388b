package tradecredit.ledger;

import java.util.regex.Pattern;

/**
 * The supplier's number of an invoice, unique on its account for ever: 1 to 64 printable ASCII
 * characters, no space at either end.
 *
 * @param value the number as the supplier writes it; case counts
 */
public record InvoiceNumber(String value) {

  /** What an invoice number and a payment reference may look like. */
  static final Pattern PRINTABLE = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");

  /** Refuses anything but 1 to 64 printable ASCII characters. */
  public InvoiceNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "an invoice number is 1 to 64 printable ASCII characters without a space at either end");
    }
  }

  /** Whether {@code text} is a number that an invoice may have. */
  public static boolean isOne(String text) {
    return PRINTABLE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
