package tradecredit.http;

/** Disputes, holds and breaches as they are sent, and what the service answered. */
final class DisputeExamples {

  /** Dispute. */
  static final String DISPUTE =
      """
      {}
      """;

  /** Dispute opened. */
  static final String DISPUTE_OPENED =
      """
      {}
      """;

  /** Dispute malformed. */
  static final String DISPUTE_MALFORMED =
      """
      {}
      """;

  /** Cards in dispute. */
  static final String CARDS_IN_DISPUTE =
      """
      {}
      """;

  /** Dispute exceeds. */
  static final String DISPUTE_EXCEEDS =
      """
      {}
      """;

  /** Resolution. */
  static final String RESOLUTION =
      """
      {}
      """;

  /** Resolved. */
  static final String RESOLVED =
      """
      {}
      """;

  /** Resolution malformed. */
  static final String RESOLUTION_MALFORMED =
      """
      {}
      """;

  /** Already resolved. */
  static final String ALREADY_RESOLVED =
      """
      {}
      """;

  /** Credit exceeds. */
  static final String CREDIT_EXCEEDS =
      """
      {}
      """;

  /** Hold. */
  static final String HOLD =
      """
      {}
      """;

  /** Hold placed. */
  static final String HOLD_PLACED =
      """
      {}
      """;

  /** Hold malformed. */
  static final String HOLD_MALFORMED =
      """
      {}
      """;

  /** Already on hold. */
  static final String ALREADY_ON_HOLD =
      """
      {}
      """;

  /** Hold lifted. */
  static final String HOLD_LIFTED =
      """
      {}
      """;

  /** Not on hold. */
  static final String NOT_ON_HOLD =
      """
      {}
      """;

  /** Acknowledgement. */
  static final String ACKNOWLEDGEMENT =
      """
      {}
      """;

  /** Acknowledged. */
  static final String ACKNOWLEDGED =
      """
      {}
      """;

  /** Acknowledgement malformed. */
  static final String ACKNOWLEDGEMENT_MALFORMED =
      """
      {}
      """;

  /** Already acknowledged. */
  static final String ALREADY_ACKNOWLEDGED =
      """
      {}
      """;

  /** Disputes. */
  static final String DISPUTES =
      """
      {}
      """;

  /** Status unknown. */
  static final String STATUS_UNKNOWN =
      """
      {}
      """;

  /** Dispute read. */
  static final String DISPUTE_READ =
      """
      {}
      """;

  /** Breaches. */
  static final String BREACHES =
      """
      {}
      """;

  private DisputeExamples() {}
}
