package tradecredit.http;

/** Amendments of the terms as they are sent, and what the service answered. */
final class TermsExamples {

  /** Amendment. */
  static final String AMENDMENT =
      """
      {}
      """;

  /** Proposed. */
  static final String PROPOSED =
      """
      {}
      """;

  /** Amendment malformed. */
  static final String AMENDMENT_MALFORMED =
      """
      {}
      """;

  /** In past. */
  static final String IN_PAST =
      """
      {}
      """;

  /** Withdrawal. */
  static final String WITHDRAWAL =
      """
      {}
      """;

  /** Withdrawn. */
  static final String WITHDRAWN =
      """
      {}
      """;

  /** Approval malformed. */
  static final String APPROVAL_MALFORMED =
      """
      {}
      """;

  /** Already decided. */
  static final String ALREADY_DECIDED =
      """
      {}
      """;

  /** Approval by same side. */
  static final String APPROVAL_BY_SAME_SIDE =
      """
      {}
      """;

  /** Amendments. */
  static final String AMENDMENTS =
      """
      {}
      """;

  /** Terms. */
  static final String TERMS =
      """
      {}
      """;

  private TermsExamples() {}
}
