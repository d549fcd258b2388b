package tradecredit.note;

import java.util.Arrays;

/** What can be done to a note. */
public enum NoteAct {
  /** Recording it. */
  NOTE("note"),
  /** Paying on it. */
  PAYMENT("payment"),
  /** Taking back a payment that bounced or was reversed. */
  PAYMENT_RETURN("paymentReturn");

  private final String wireName;

  NoteAct(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static NoteAct of(String wireName) {
    return Arrays.stream(values())
        .filter(act -> act.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no act on a note is called " + wireName));
  }
}
