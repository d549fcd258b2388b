package tradecredit.ledger;

import tradecredit.platform.WireNames;

/**
 * What a posting does to the book; the {@code kind} of an entry and the {@code type} of its
 * document.
 */
public enum Act {
  INVOICE("invoice", 1),
  PAYMENT("payment", 2),
  PAYMENT_RETURN("paymentReturn", 3),
  REALLOCATION("reallocation", 4),
  CREDIT_NOTE("creditNote", 5),
  /** A debt that a controller proposes to give up; nothing moves until a second one approves. */
  WRITE_OFF("writeOff", 6),
  WRITE_OFF_DECISION("writeOffDecision", 7),
  DISPUTE("dispute", 8),
  DISPUTE_RESOLUTION("disputeResolution", 9),
  HOLD("hold", 10),
  HOLD_LIFT("holdLift", 11),
  BREACH_ACKNOWLEDGEMENT("breachAcknowledgement", 12),
  TERMS_AMENDMENT("termsAmendment", 13),
  AMENDMENT_DECISION("amendmentDecision", 14),
  /**
   * What two accounts owe each other, proposed to be netted; nothing moves until it is approved.
   */
  SET_OFF("setOff", 15),
  SET_OFF_DECISION("setOffDecision", 16),
  /** An atomic batch that was refused as a whole; it never becomes an entry. */
  INVOICE_BATCH("invoiceBatch", 0);

  private final String wireName;

  private final int idBits;

  Act(String wireName, int idBits) {
    this.wireName = wireName;
    this.idBits = idBits;
  }

  /** What stands for it in a {@link DocumentId}; never changes. */
  int idBits() {
    return idBits;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Act of(String wireName) {
    return WireNames.read(values(), Act::wireName, wireName, "act");
  }
}
