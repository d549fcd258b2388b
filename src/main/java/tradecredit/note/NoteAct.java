package tradecredit.note;

import tradecredit.platform.WireNames;

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
    return WireNames.read(values(), NoteAct::wireName, wireName, "act on a note");
  }
}
