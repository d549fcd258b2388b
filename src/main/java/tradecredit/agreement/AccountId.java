package tradecredit.agreement;

/**
 * Names a trading account, as {@code kattosko-to-seller}.
 *
 * @param value a slug, as in URLs: {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record AccountId(String value) {

  /**
   * Holds the id.
   *
   * @throws IllegalArgumentException if the value is no such slug
   */
  public AccountId {
    Required.slug("an account id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
