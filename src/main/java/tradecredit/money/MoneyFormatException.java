package tradecredit.money;

/** A text that is not an amount of money; the message says which rule it breaks. */
public final class MoneyFormatException extends IllegalArgumentException {

  private final String text;

  MoneyFormatException(String text, String brokenRule) {
    super(Quoted.of(text) + " " + brokenRule);
    this.text = text;
  }

  /** The refused text, whole and as it was given. */
  public String text() {
    return text;
  }
}
