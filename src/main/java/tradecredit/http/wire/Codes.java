package tradecredit.http.wire;

/** The codes of problems that are no refusals of the book, and titles that several places give. */
public final class Codes {

  static final String MALFORMED_JSON = "malformed-json";
  public static final String INVALID_REQUEST = "invalid-request";
  public static final String UNKNOWN_PRODUCT = "unknown-product";
  public static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";
  public static final String BUSINESS_DATE_NOT_MANUAL = "business-date-not-manual";
  public static final String BUSINESS_DATE_MOVES_BACK = "business-date-moves-back";
  public static final String CONTENT_TOO_LARGE = "content-too-large";
  static final String UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type";
  public static final String UNKNOWN_CUSTOMER = "unknown-customer";
  public static final String PROMISSORY_NOTE_NOT_RECORDED = "promissory-note-not-recorded";
  static final String NOT_FOUND = "not-found";
  static final String SERVICE_BUSY = "service-busy";
  static final String UNAUTHORIZED = "unauthorized";
  static final String FORBIDDEN = "forbidden";
  static final String TOO_MANY_REQUESTS = "too-many-requests";
  public static final String TOO_MANY_KEYS = "too-many-keys";
  public static final String LAST_OPERATOR_KEY = "last-operator-key";
  public static final String UNKNOWN_PARTY = "unknown-party";
  public static final String UNKNOWN_ACCOUNT = "unknown-account";
  public static final String WEBHOOK_URL_NOT_ALLOWED = "webhook-url-not-allowed";
  public static final String WEBHOOK_SECRETS_NOT_CONFIGURED = "webhook-secrets-not-configured";
  public static final String WEBHOOK_ENDPOINT_DELETED = "webhook-endpoint-deleted";
  public static final String WEBHOOK_ENDPOINT_DISABLED = "webhook-endpoint-disabled";
  public static final String TOO_MANY_WEBHOOK_ENDPOINTS = "too-many-webhook-endpoints";
  public static final String TOO_MANY_TEST_EVENTS = "too-many-test-events";

  /** The title of {@link #INVALID_REQUEST}, whoever finds it: a kind of problem has one. */
  public static final String INVALID_REQUEST_TITLE = "The request is not valid";

  /** The title of {@link #CONTENT_TOO_LARGE}. */
  public static final String CONTENT_TOO_LARGE_TITLE = "The body is too large";

  /** The title of {@link #NOT_FOUND}. */
  static final String NOT_FOUND_TITLE = "Not found";

  private Codes() {}
}
