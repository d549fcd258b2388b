package tradecredit.inquiry;

import tradecredit.ledger.Act;

/** The kinds of cases: what one act opens and another decides. */
public enum CaseKind {
  DISPUTE(Act.DISPUTE, Act.DISPUTE_RESOLUTION),
  WRITE_OFF(Act.WRITE_OFF, Act.WRITE_OFF_DECISION),
  TERMS_AMENDMENT(Act.TERMS_AMENDMENT, Act.AMENDMENT_DECISION);

  private final Act opening;
  private final Act deciding;

  CaseKind(Act opening, Act deciding) {
    this.opening = opening;
    this.deciding = deciding;
  }

  /** What opens one. */
  public Act opening() {
    return opening;
  }

  /** What decides one. */
  public Act deciding() {
    return deciding;
  }
}
