package tradecredit.http.note;

/** Payments on the promissory note as they are sent, and what the service answered. */
public final class NotePaymentExamples {

  /** A payment, oldest due date first. */
  public static final String PAYMENT =
      """
      {
        "reference": "NOTE-1",
        "receivedDate": "2001-11-13",
        "method": "wire",
        "amount": "10000.00"
      }
      """;

  /** That payment as recorded. */
  public static final String PAYMENT_RECORDED =
      """
      {
        "id": "2",
        "agreementId": "clifton-telecard-2001",
        "sequence": 2,
        "reference": "NOTE-1",
        "receivedDate": "2001-11-13",
        "effectiveDate": "2001-11-13",
        "method": "wire",
        "currency": "USD",
        "amount": "10000.00",
        "allocations": [{"instalment": 1, "amount": "10000.00"}],
        "recordedAt": "2026-11-22T15:41:31.909870Z",
        "recordedBy": "auxer-telecom/key:h3v5n2ta",
        "note": {"sequence": 2, "unpaid": "90000.00"}
      }
      """;

  /** A payment to a named instalment. */
  public static final String PAYMENT_ALLOCATED =
      """
      {
        "reference": "NOTE-2",
        "receivedDate": "2001-12-12",
        "method": "check",
        "amount": "1666.70",
        "currency": "USD",
        "allocations": [{"instalment": 6, "amount": "1666.70"}]
      }
      """;

  /** That payment as recorded. */
  public static final String PAYMENT_ALLOCATED_RECORDED =
      """
      {
        "id": "3",
        "agreementId": "clifton-telecard-2001",
        "sequence": 3,
        "reference": "NOTE-2",
        "receivedDate": "2001-12-12",
        "effectiveDate": "2001-12-12",
        "method": "check",
        "currency": "USD",
        "amount": "1666.70",
        "allocations": [{"instalment": 6, "amount": "1666.70"}],
        "recordedAt": "2026-11-22T15:41:31.924347Z",
        "recordedBy": "auxer-telecom/key:h3v5n2ta",
        "note": {"sequence": 3, "unpaid": "88333.30"}
      }
      """;

  /** The reference belongs to another payment. */
  public static final String REFERENCE_TAKEN =
      """
      {
        "type": "urn:tradecredit:problem:payment-reference-taken",
        "title": "This payment reference is taken",
        "status": 409,
        "detail": "Payment NOTE-1 is already recorded on the note. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments",
        "code": "payment-reference-taken",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T15:41:31.936316Z",
        "note": {"sequence": 3, "unpaid": "88333.30"}
      }
      """;

  /** A payment without a key. */
  public static final String KEY_MISSING =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-missing",
        "title": "The idempotency key is not valid",
        "status": 400,
        "detail": "Every POST that changes the book needs an Idempotency-Key header.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments",
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

  /** More than is unpaid of the note. */
  public static final String EXCEEDS_NOTE =
      """
      {
        "type": "urn:tradecredit:problem:payment-exceeds-note",
        "title": "The payment is more than is unpaid of the note",
        "status": 422,
        "detail": "89000.00 is more than the 88333.30 that is unpaid of the note, which holds no credit. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments",
        "code": "payment-exceeds-note",
        "clause": 4,
        "retryMaySucceed": true,
        "unpaid": "88333.30",
        "decidedAt": "2026-11-22T15:41:31.952417Z",
        "note": {"sequence": 3, "unpaid": "88333.30"}
      }
      """;

  /** More than is unpaid of the instalment. */
  public static final String EXCEEDS_INSTALMENT =
      """
      {
        "type": "urn:tradecredit:problem:allocation-exceeds-instalment",
        "title": "The allocation is more than is unpaid of the instalment",
        "status": 422,
        "detail": "7000.00 is more than the 6666.66 that is unpaid of instalment 1. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments",
        "code": "allocation-exceeds-instalment",
        "clause": 4,
        "retryMaySucceed": true,
        "unpaid": "6666.66",
        "decidedAt": "2026-11-22T15:41:31.962319Z",
        "note": {"sequence": 3, "unpaid": "88333.30"}
      }
      """;

  /** An instalment named twice. */
  public static final String PAYMENT_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "instalment 1 is named twice",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/payments",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/allocations/1/instalment",
            "code": "duplicate",
            "detail": "instalment 1 is named twice"
          }
        ]
      }
      """;

  /** The first two entries. */
  public static final String ENTRIES =
      """
      {
        "items": [
          {
            "sequence": 1,
            "kind": "note",
            "amount": "100000.00",
            "unpaidBefore": "0.00",
            "unpaidAfter": "100000.00",
            "effectiveDate": "2001-05-16",
            "recordedAt": "2026-11-22T15:41:31.834995Z",
            "recordedBy": "auxer-telecom/key:bd4kx7qm",
            "document": {"type": "promissoryNote", "number": "promissory-note"},
            "allocations": [],
            "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
            "hash": "e49f2839751fdce089e8cdd95fa6a7caf7e80e301dfa97cf69e1dc2097ae8e3d"
          },
          {
            "sequence": 2,
            "kind": "payment",
            "amount": "-10000.00",
            "unpaidBefore": "100000.00",
            "unpaidAfter": "90000.00",
            "effectiveDate": "2001-11-13",
            "recordedAt": "2026-11-22T15:41:31.909870Z",
            "recordedBy": "auxer-telecom/key:h3v5n2ta",
            "document": {"type": "notePayment", "number": "NOTE-1"},
            "allocations": [{"instalment": 1, "amount": "10000.00"}],
            "previousHash": "e49f2839751fdce089e8cdd95fa6a7caf7e80e301dfa97cf69e1dc2097ae8e3d",
            "hash": "6ff23acc92c5d40ca1d6d0f25f31428a3753dcb5be5a7d781f5d7ffdb288b251"
          }
        ],
        "nextCursor": "bm90ZUVudHJpZXM6Mg"
      }
      """;

  /** A cursor of another list. */
  public static final String CURSOR_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "cursor: this is no cursor of this list",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note/entries",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:cursor",
            "code": "format",
            "detail": "cursor: this is no cursor of this list"
          }
        ]
      }
      """;

  private NotePaymentExamples() {}
}
