package tradecredit.http.document;

/** Problems that many operations answer, as the service gave them. */
public final class ProblemExamples {

  /** A misspelt query parameter. */
  public static final String UNKNOWN_PARAMETER =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "there is no parameter asof here",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:asof",
            "code": "unknown-parameter",
            "detail": "there is no parameter asof here"
          }
        ]
      }
      """;

  /** A posting without a key. */
  public static final String KEY_MISSING =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-missing",
        "title": "The idempotency key is not valid",
        "status": 400,
        "detail": "Every POST that changes the book needs an Idempotency-Key header.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "idempotency-key-missing",
        "errors": [
          {
            "pointer": "header:Idempotency-Key",
            "code": "idempotency-key-missing",
            "detail": "Every POST that changes the book needs an Idempotency-Key header."
          }
        ]
      }
      """;

  /** A key that has answered another request. */
  public static final String KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "idempotency-key-reused"
      }
      """;

  /** Without a key. */
  public static final String NO_KEY =
      """
      {
        "type": "urn:tradecredit:problem:unauthorized",
        "title": "Who calls is not proved",
        "status": 401,
        "detail": "Send an API key or a token in one header: Authorization: Bearer ...",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "unauthorized"
      }
      """;

  /** With a key that is none. */
  public static final String BAD_KEY =
      """
      {
        "type": "urn:tradecredit:problem:unauthorized",
        "title": "Who calls is not proved",
        "status": 401,
        "detail": "The key or token is not valid: unknown, altered, revoked or expired.",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "unauthorized"
      }
      """;

  /** The buyer posts. */
  public static final String OTHER_SIDE =
      """
      {
        "type": "urn:tradecredit:problem:forbidden",
        "title": "The caller may not do this",
        "status": 403,
        "detail": "post-invoice on account auxer-to-kattosko is for its supplier, auxer-telecom, alone (clause 5).",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "forbidden",
        "clause": 5
      }
      """;

  /** A finance system posts. */
  public static final String OTHER_ROLE =
      """
      {
        "type": "urn:tradecredit:problem:forbidden",
        "title": "The caller may not do this",
        "status": 403,
        "detail": "post-invoice needs the role clerk or controller; auxer-telecom/key:k3x9m2p7 has finance.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "forbidden"
      }
      """;

  /** A stranger asks. */
  public static final String NOTHING_HERE =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is nothing here.",
        "instance": "/v1/business-date",
        "code": "not-found"
      }
      """;

  /** One request too many. */
  public static final String TOO_OFTEN =
      """
      {
        "type": "urn:tradecredit:problem:too-many-requests",
        "title": "The caller asks too often",
        "status": 429,
        "detail": "auxer-telecom/key:k3x9m2p7 asks more often than is taken; nothing was done.",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "too-many-requests"
      }
      """;

  /** There is no such account. */
  public static final String NO_ACCOUNT =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no account auxer.",
        "instance": "/v1/accounts/auxer/invoices",
        "code": "not-found"
      }
      """;

  /** The account has no such payment. */
  public static final String NO_PAYMENT =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "The account has no payment 8d736a79-42c3-8002-8000-000000000009.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000009/return",
        "code": "not-found"
      }
      """;

  /** There is no such agreement. */
  public static final String NO_AGREEMENT =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no agreement clifton-telecard-2002.",
        "instance": "/v1/agreements/clifton-telecard-2002",
        "code": "not-found"
      }
      """;

  /** An Accept header without JSON. */
  public static final String NOT_ACCEPTABLE =
      """
      {
        "type": "urn:tradecredit:problem:not-acceptable",
        "title": "Not Acceptable",
        "status": 406,
        "detail": "Specified Accept Types [text/html] not supported. Supported types: [application/json]",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "not-acceptable"
      }
      """;

  /** A body of another media type. */
  public static final String NOT_JSON =
      """
      {
        "type": "urn:tradecredit:problem:unsupported-media-type",
        "title": "Unsupported Media Type",
        "status": 415,
        "detail": "Content Type [text/csv] not allowed. Allowed types: [application/json]",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "unsupported-media-type"
      }
      """;

  /** A file of another media type. */
  public static final String NOT_CSV =
      """
      {
        "type": "urn:tradecredit:problem:unsupported-media-type",
        "title": "Unsupported Media Type",
        "status": 415,
        "detail": "Content Type [application/json] not allowed. Allowed types: [text/csv]",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "unsupported-media-type"
      }
      """;

  /** A body above its bound. */
  static final String TOO_LARGE =
      """
      {
        "type": "urn:tradecredit:problem:content-too-large",
        "title": "The body is too large",
        "status": 413,
        "detail": "A single posting has at most 1048576 bytes; this one has 1100012.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "content-too-large"
      }
      """;

  /** Too many postings wait on the account. */
  static final String LANE_FULL =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "Too many postings wait on account auxer-to-kattosko; nothing was posted by this request. Send it again with the same key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "service-busy"
      }
      """;

  /** Too many imports run. */
  public static final String IMPORTS_FULL =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "As many imports of account auxer-to-kattosko run as are taken at once; nothing was posted by this request. Send it again with the same key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "service-busy"
      }
      """;

  /** The lane stayed full while a file was posted. */
  public static final String IMPORT_HELD_UP =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "Too many postings wait on account auxer-to-kattosko; some of the file may be posted. Send it again with the same key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "service-busy"
      }
      """;

  /** The database is away. */
  public static final String BOOK_AWAY =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "The book cannot be reached. Whether this was posted is not known: send it again with the same key to find out.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "service-busy"
      }
      """;

  /** The database is away, and the request changes something without a key. */
  static final String BOOK_AWAY_WITHOUT_KEY =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "The book cannot be reached. Whether this was done is not known: look before you send it again.",
        "instance": "/v1/api-keys",
        "code": "service-busy"
      }
      """;

  /** The database is away, and the request only asked. */
  static final String BOOK_AWAY_FROM_READERS =
      """
      {
        "type": "urn:tradecredit:problem:service-busy",
        "title": "The service cannot take this now",
        "status": 503,
        "detail": "The book cannot be reached. Ask again.",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "service-busy"
      }
      """;

  private ProblemExamples() {}
}
