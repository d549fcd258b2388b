package tradecredit.http.note;

/** Returned payments on the promissory note as they are sent, and what the service answered. */
public final class NoteReturnExamples {

  /** A check that bounced. */
  public static final String RETURN =
      """
      {"returnedDate": "2001-11-20", "reason": "Insufficient funds"}
      """;

  /** That return as recorded. */
  public static final String RETURNED =
      """
      {
        "paymentId": "2",
        "agreementId": "clifton-telecard-2001",
        "sequence": 4,
        "reference": "NOTE-1",
        "returnedDate": "2001-11-20",
        "effectiveDate": "2001-11-20",
        "reason": "Insufficient funds",
        "currency": "USD",
        "amount": "10000.00",
        "reopened": [{"instalment": 1, "amount": "10000.00"}],
        "recordedAt": "2026-11-29T12:20:31.909870Z",
        "recordedBy": "auxer-telecom/key:h3v5n2ta",
        "note": {"sequence": 4, "unpaid": "98333.30"}
      }
      """;

  /** No reason. */
  public static final String MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "reason is required",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/2/return",
        "code": "invalid-request",
        "errors": [{"pointer": "/reason", "code": "required", "detail": "reason is required"}]
      }
      """;

  /** A return without a key. */
  public static final String KEY_MISSING =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-missing",
        "title": "The idempotency key is not valid",
        "status": 400,
        "detail": "Every POST that changes the book needs an Idempotency-Key header.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/2/return",
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

  /** No payment of that id. */
  public static final String NO_PAYMENT =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "The promissory note has no payment 9.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/9/return",
        "code": "not-found"
      }
      """;

  /** It was returned before. */
  public static final String ALREADY_RETURNED =
      """
      {
        "type": "urn:tradecredit:problem:payment-already-returned",
        "title": "The payment was returned before",
        "status": 409,
        "detail": "The payment was returned on 2001-11-20 (entry 4). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/2/return",
        "code": "payment-already-returned",
        "retryMaySucceed": false,
        "state": "returned",
        "sequence": 4,
        "date": "2001-11-20",
        "decidedAt": "2026-11-29T12:20:31.936316Z",
        "note": {"sequence": 4, "unpaid": "98333.30"}
      }
      """;

  /** Before it was received. */
  public static final String RETURNED_BEFORE_RECEIVED =
      """
      {
        "type": "urn:tradecredit:problem:returned-before-received",
        "title": "The payment was received later",
        "status": 422,
        "detail": "The payment was received on 2001-12-12; it cannot be returned on 2001-12-11. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/3/return",
        "code": "returned-before-received",
        "retryMaySucceed": false,
        "earliest": "2001-12-12",
        "decidedAt": "2026-11-29T12:20:31.952417Z",
        "note": {"sequence": 4, "unpaid": "98333.30"}
      }
      """;

  /** The key has answered another request. */
  public static final String KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments/3/return",
        "code": "idempotency-key-reused"
      }
      """;

  private NoteReturnExamples() {}
}
