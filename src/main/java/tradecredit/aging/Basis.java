package tradecredit.aging;

/** From which day an open amount's age is counted. */
public enum Basis {
  /** Days past the due date. */
  DUE_DATE("dueDate"),
  /** Days since the invoice date. */
  INVOICE_DATE("invoiceDate");

  private final String wireName;

  Basis(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API. */
  public String wireName() {
    return wireName;
  }
}
