package tradecredit.ledger;

/**
 * The payer's reference of a payment (check number, wire reference), unique on its account for
 * ever: 1 to 64 printable ASCII characters, no space at either end.
 *
 * @param value the reference as the supplier records it; case counts
 */
public record PaymentReference(String value) {

  /** Refuses anything but 1 to 64 printable ASCII characters. */
  public PaymentReference {
    if (!InvoiceNumber.PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a payment reference is 1 to 64 printable ASCII characters without a space at either end");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
