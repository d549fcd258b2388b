package tradecredit.ledger;

import tradecredit.platform.WireNames;

/** Whether a buyer keeps its account in good standing (clause 6). */
public enum Standing {
  GOOD("good"),
  NOT_GOOD("notGood");

  private final String wireName;

  Standing(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Standing of(String wireName) {
    return WireNames.read(values(), Standing::wireName, wireName, "standing");
  }
}
