package tradecredit.support;

/** Bodies of postings. */
public final class Json {

  private Json() {}

  /** An invoice of one line at no discount: its total is {@code amount}. */
  public static String invoice(String number, String date, String product, String amount) {
    return """
        {"number":"%s","invoiceDate":"%s","lines":[{"product":"%s","faceValue":"%s","quantity":1,"discount":"0"}]}"""
        .formatted(number, date, product, amount);
  }

  /** An invoice on Auxer's account. */
  public static String auxerInvoice(String number, String date, String amount) {
    return invoice(number, date, "auxer-direct", amount);
  }

  /** An invoice on Kattosko's account. */
  public static String kattoskoInvoice(String number, String date, String amount) {
    return invoice(number, date, "original", amount);
  }

  /** A payment with automatic allocation. */
  public static String payment(String reference, String date, String amount) {
    return """
        {"reference":"%s","receivedDate":"%s","method":"check","amount":"%s"}"""
        .formatted(reference, date, amount);
  }

  /** A payment with explicit allocations, given as JSON. */
  public static String payment(String reference, String date, String amount, String allocations) {
    return """
        {"reference":"%s","receivedDate":"%s","method":"wire","amount":"%s","allocations":%s}"""
        .formatted(reference, date, amount, allocations);
  }
}
