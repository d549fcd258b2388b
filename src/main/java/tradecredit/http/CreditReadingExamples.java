package tradecredit.http;

/** Payments and credit notes as the service answered them. */
final class CreditReadingExamples {

  /** Payments. */
  static final String PAYMENTS =
      """
      {}
      """;

  /** Payment. */
  static final String PAYMENT =
      """
      {}
      """;

  /** Credit notes. */
  static final String CREDIT_NOTES =
      """
      {}
      """;

  /** Credit note. */
  static final String CREDIT_NOTE =
      """
      {}
      """;

  private CreditReadingExamples() {}
}
