package tradecredit.ledger;

import tradecredit.platform.WireNames;

/** What was decided of a proposal. */
public enum Verdict {
  APPROVED("approved"),
  DECLINED("declined"),
  /** Taken back by those who proposed it. */
  WITHDRAWN("withdrawn");

  private final String wireName;

  Verdict(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Verdict of(String wireName) {
    return WireNames.read(values(), Verdict::wireName, wireName, "verdict");
  }
}
