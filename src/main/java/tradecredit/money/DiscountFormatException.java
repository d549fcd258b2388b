package tradecredit.money;

/** A text that is not a discount; the message says which rule it breaks. */
public final class DiscountFormatException extends IllegalArgumentException {

  private final String text;

  DiscountFormatException(String text, String brokenRule) {
    super(Quoted.of(text) + " " + brokenRule);
    this.text = text;
  }

  /** The refused text, whole and as it was given. */
  public String text() {
    return text;
  }
}
