package tradecredit.inquiry;

import tradecredit.ledger.Act;

/** The kinds of cases: what one act opens and another settles. */
public enum CaseKind {
  DISPUTE(Act.DISPUTE, Act.DISPUTE_RESOLUTION),
  WRITE_OFF(Act.WRITE_OFF, Act.WRITE_OFF_DECISION),
  TERMS_AMENDMENT(Act.TERMS_AMENDMENT, Act.AMENDMENT_DECISION);

  private final Act opening;
  private final Act settling;

  CaseKind(Act opening, Act settling) {
    this.opening = opening;
    this.settling = settling;
  }

  /** What opens one. */
  public Act opening() {
    return opening;
  }

  /** What settles one. */
  public Act settling() {
    return settling;
  }
}
