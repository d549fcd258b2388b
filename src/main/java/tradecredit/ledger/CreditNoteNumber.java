package tradecredit.ledger;

/**
 * The number of a credit note, unique on its account for ever: 1 to 64 printable ASCII characters,
 * no space at either end.
 *
 * @param value the number
 */
public record CreditNoteNumber(String value) {

  private static final String OWN = "CN-";

  /** Refuses anything but 1 to 64 printable ASCII characters. */
  public CreditNoteNumber {
    if (!InvoiceNumber.PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a credit note number is 1 to 64 printable ASCII characters without a space at either end");
    }
  }

  /** A number that a supplier gives: the book keeps {@code CN-} and digits for its own. */
  public static CreditNoteNumber ofSupplier(String value) {
    if (isOfResolution(value)) {
      throw new IllegalArgumentException(
          "CN- followed by digits is how the book numbers the credit notes of upheld disputes");
    }
    return new CreditNoteNumber(value);
  }

  /** Whether it is the credit note of an upheld dispute. */
  public boolean isOfResolution() {
    return isOfResolution(value);
  }

  private static boolean isOfResolution(String value) {
    return value.startsWith(OWN)
        && value.length() > OWN.length()
        && value.substring(OWN.length()).chars().allMatch(Character::isDigit);
  }

  /** The number of the credit note that the resolution of a dispute, entry {@code sequence}, is. */
  public static CreditNoteNumber ofResolution(long sequence) {
    return new CreditNoteNumber(OWN + sequence);
  }

  @Override
  public String toString() {
    return value;
  }
}
