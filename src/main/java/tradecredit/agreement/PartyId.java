package tradecredit.agreement;

/**
 * Names a party or a group of parties, as {@code kattosko} or {@code seller}.
 *
 * @param value a slug, as in URLs: {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record PartyId(String value) {

  /** Who runs the service: no party or group of an agreement has that id. */
  public static final PartyId OPERATOR = new PartyId("operator");

  /**
   * Holds the id.
   *
   * @throws IllegalArgumentException if the value is no such slug
   */
  public PartyId {
    Required.slug("a party id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
