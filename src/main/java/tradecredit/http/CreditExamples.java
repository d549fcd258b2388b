package tradecredit.http;

/**
 * Returns, re-allocations, credit notes and write-offs as they are sent, and what the service
 * answered.
 */
final class CreditExamples {

  /** Return. */
  static final String RETURN =
      """
      {}
      """;

  /** Returned. */
  static final String RETURNED =
      """
      {}
      """;

  /** Return malformed. */
  static final String RETURN_MALFORMED =
      """
      {}
      """;

  /** Already returned. */
  static final String ALREADY_RETURNED =
      """
      {}
      """;

  /** Returned before received. */
  static final String RETURNED_BEFORE_RECEIVED =
      """
      {}
      """;

  /** Reallocation. */
  static final String REALLOCATION =
      """
      {}
      """;

  /** Reallocated. */
  static final String REALLOCATED =
      """
      {}
      """;

  /** Reallocation malformed. */
  static final String REALLOCATION_MALFORMED =
      """
      {}
      """;

  /** Reallocation returned. */
  static final String REALLOCATION_RETURNED =
      """
      {}
      """;

  /** Reallocation exceeds. */
  static final String REALLOCATION_EXCEEDS =
      """
      {}
      """;

  /** Credit note. */
  static final String CREDIT_NOTE =
      """
      {}
      """;

  /** Credit note posted. */
  static final String CREDIT_NOTE_POSTED =
      """
      {}
      """;

  /** Credit note malformed. */
  static final String CREDIT_NOTE_MALFORMED =
      """
      {}
      """;

  /** Credit note taken. */
  static final String CREDIT_NOTE_TAKEN =
      """
      {}
      """;

  /** Credit note exceeds. */
  static final String CREDIT_NOTE_EXCEEDS =
      """
      {}
      """;

  /** Write off. */
  static final String WRITE_OFF =
      """
      {}
      """;

  /** Write off proposed. */
  static final String WRITE_OFF_PROPOSED =
      """
      {}
      """;

  /** Write off malformed. */
  static final String WRITE_OFF_MALFORMED =
      """
      {}
      """;

  /** Write off exceeds. */
  static final String WRITE_OFF_EXCEEDS =
      """
      {}
      """;

  /** Withdrawal. */
  static final String WITHDRAWAL =
      """
      {}
      """;

  /** Write off withdrawn. */
  static final String WRITE_OFF_WITHDRAWN =
      """
      {}
      """;

  /** Approval malformed. */
  static final String APPROVAL_MALFORMED =
      """
      {}
      """;

  /** Write off decided. */
  static final String WRITE_OFF_DECIDED =
      """
      {}
      """;

  /** Approval by proposer. */
  static final String APPROVAL_BY_PROPOSER =
      """
      {}
      """;

  /** Write offs. */
  static final String WRITE_OFFS =
      """
      {}
      """;

  /** No payment. */
  static final String NO_PAYMENT =
      """
      {}
      """;

  private CreditExamples() {}
}
