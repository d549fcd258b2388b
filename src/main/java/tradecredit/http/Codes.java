package tradecredit.http;

/** The codes of problems that are no refusals of the book, and titles that several places give. */
final class Codes {

  static final String MALFORMED_JSON = "malformed-json";
  static final String INVALID_REQUEST = "invalid-request";
  static final String UNKNOWN_PRODUCT = "unknown-product";
  static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";
  static final String BUSINESS_DATE_NOT_MANUAL = "business-date-not-manual";
  static final String BUSINESS_DATE_MOVES_BACK = "business-date-moves-back";
  static final String CONTENT_TOO_LARGE = "content-too-large";
  static final String UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type";
  static final String UNKNOWN_CUSTOMER = "unknown-customer";
  static final String PROMISSORY_NOTE_NOT_RECORDED = "promissory-note-not-recorded";
  static final String NOT_FOUND = "not-found";
  static final String SERVICE_BUSY = "service-busy";
  static final String UNAUTHORIZED = "unauthorized";
  static final String FORBIDDEN = "forbidden";
  static final String TOO_MANY_REQUESTS = "too-many-requests";
  static final String TOO_MANY_KEYS = "too-many-keys";
  static final String LAST_OPERATOR_KEY = "last-operator-key";
  static final String UNKNOWN_PARTY = "unknown-party";
  static final String UNKNOWN_ACCOUNT = "unknown-account";
  static final String WEBHOOK_URL_NOT_ALLOWED = "webhook-url-not-allowed";
  static final String WEBHOOK_SECRETS_NOT_CONFIGURED = "webhook-secrets-not-configured";
  static final String WEBHOOK_ENDPOINT_DELETED = "webhook-endpoint-deleted";
  static final String WEBHOOK_ENDPOINT_DISABLED = "webhook-endpoint-disabled";
  static final String TOO_MANY_WEBHOOK_ENDPOINTS = "too-many-webhook-endpoints";
  static final String TOO_MANY_TEST_EVENTS = "too-many-test-events";

  /** The title of {@link #INVALID_REQUEST}, whoever finds it: a kind of problem has one. */
  static final String INVALID_REQUEST_TITLE = "The request is not valid";

  /** The title of {@link #CONTENT_TOO_LARGE}. */
  static final String CONTENT_TOO_LARGE_TITLE = "The body is too large";

  /** The title of {@link #NOT_FOUND}. */
  static final String NOT_FOUND_TITLE = "Not found";

  private Codes() {}
}
