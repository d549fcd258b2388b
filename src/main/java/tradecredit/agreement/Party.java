package tradecredit.agreement;

/** A company that the agreement binds. */
public record Party(PartyId id, String name) {

  /**
   * Holds the party.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Party {
    Required.text("a party's name", name);
  }
}
