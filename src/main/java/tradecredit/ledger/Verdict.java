package tradecredit.ledger;

import java.util.Arrays;

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
    return Arrays.stream(values())
        .filter(verdict -> verdict.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no verdict is named " + wireName));
  }
}
