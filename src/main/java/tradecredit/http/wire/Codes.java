package tradecredit.http.wire;

/** The codes of problems that are no refusals of the book, and titles that several places give. */
public final class Codes {

  static final String MALFORMED_JSON = "malformed-json";
  public static final String MALFORMED_CSV = "malformed-csv";
  static final String UNKNOWN_FIELD = "unknown-field";
  public static final String INVALID_REQUEST = "invalid-request";
  public static final String UNKNOWN_PRODUCT = "unknown-product";
  static final String IDEMPOTENCY_KEY_MISSING = "idempotency-key-missing";
  static final String IDEMPOTENCY_KEY_MALFORMED = "idempotency-key-malformed";
  public static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";
  public static final String BUSINESS_DATE_NOT_MANUAL = "business-date-not-manual";
  public static final String BUSINESS_DATE_MOVES_BACK = "business-date-moves-back";
  public static final String UPLOAD_BROKEN = "upload-broken";
  public static final String CONTENT_TOO_LARGE = "content-too-large";
  static final String PRECONDITION_FAILED = "precondition-failed";
  static final String URI_TOO_LONG = "uri-too-long";
  static final String REQUEST_HEADER_FIELDS_TOO_LARGE = "request-header-fields-too-large";
  static final String HTTP_VERSION_NOT_SUPPORTED = "http-version-not-supported";
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

  /** The title of {@link #SERVICE_BUSY}. */
  static final String SERVICE_BUSY_TITLE = "The service cannot take this now";

  /** The title of {@link #NOT_FOUND}. */
  static final String NOT_FOUND_TITLE = "Not found";

  /** Every code of a problem, by its status, for the OpenAPI document. */
  public static final String OF_PROBLEMS =
      """
      The kind of problem, for programs. There may be more in time. By status:

      - 400: `invalid-request`, `malformed-json`, `unknown-product`, `idempotency-key-missing`,
        `idempotency-key-malformed`, `upload-broken`
      - 401: `unauthorized`
      - 403: `forbidden`
      - 404: `not-found`, `promissory-note-not-recorded`
      - 405: `method-not-allowed`
      - 406: `not-acceptable`
      - 409: `business-date-not-manual`, `business-date-moves-back`, `too-many-keys`,
        `last-operator-key`, `webhook-secrets-not-configured`, `webhook-endpoint-deleted`,
        `webhook-endpoint-disabled`, `too-many-webhook-endpoints`, `too-many-test-events`; by
        the book's rules, `promissory-note-already-recorded`, `invoice-number-taken`,
        `payment-reference-taken`, `credit-note-number-taken`, `payment-already-returned`,
        `dispute-already-resolved`, `write-off-already-decided`, `amendment-already-decided`,
        `set-off-already-decided`, `breach-already-acknowledged`, `already-on-hold`,
        `not-on-hold`
      - 412: `precondition-failed`
      - 413: `content-too-large`
      - 414: `uri-too-long`
      - 415: `unsupported-media-type`
      - 422: `idempotency-key-reused`, `webhook-url-not-allowed`; by the book's rules,
        `approval-by-proposer`, `approval-by-proposing-side`, `withdrawal-by-other`,
        `credit-note-of-dispute`, `returned-before-received`, `effective-date-before-agreement`,
        `effective-date-in-future`, `payment-exceeds-note`, `instalment-unknown`,
        `allocation-exceeds-instalment`, `allocations-differ-from-payment`,
        `product-restricted`, `discount-not-current`, `account-on-hold`,
        `account-not-in-good-standing`, `credit-limit-exceeded`, `invoice-unknown`,
        `allocation-exceeds-open-amount`, `allocations-exceed-payment`,
        `write-off-exceeds-open-amount`, `dispute-exceeds-open-amount`, `cards-in-dispute`,
        `credit-exceeds-dispute`, `terms-effective-in-past`, `terms-not-possible`,
        `batch-refused`; in lists of decisions alone, `set-off-counterpart-refused`, and
        `terms-superseded`, which older books have
      - 429: `too-many-requests`
      - 431: `request-header-fields-too-large`
      - 500: `internal-server-error`
      - 503: `service-busy`
      - 505: `http-version-not-supported`
      """;

  /** Every code of a fault, for the OpenAPI document. */
  static final String OF_FAULTS =
      """
      What is wrong there, for programs. There may be more in time. Of a field of the body, a \
      column of a file or a query parameter: `required`, `type`, `format`, `out-of-range`, \
      `duplicate`, `in-future`, `unknown-field`, `unknown-parameter`, `unknown-product`, \
      `unknown-party`, `unknown-customer`, `unknown-account`, `webhook-url-not-allowed`; of a \
      set-off's accounts: `not-reciprocal`, `amounts-differ`; of a file: `header`, `columns`, \
      `malformed-csv`; of a header, or of the request as a whole, the problem's own: \
      `invalid-request`, `malformed-json`, `idempotency-key-missing`, \
      `idempotency-key-malformed`, `unsupported-media-type`; of a line that a rule of the book \
      turns down, the rule's: `product-restricted`, `discount-not-current`.""";

  private Codes() {}
}
