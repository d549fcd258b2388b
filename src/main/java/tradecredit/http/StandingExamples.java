package tradecredit.http;

/** Standing and events as the service answered them. */
final class StandingExamples {

  /** Standing. */
  static final String STANDING =
      """
      {}
      """;

  /** Changes. */
  static final String CHANGES =
      """
      {}
      """;

  /** Events. */
  static final String EVENTS =
      """
      {}
      """;

  /** After malformed. */
  static final String AFTER_MALFORMED =
      """
      {}
      """;

  private StandingExamples() {}
}
