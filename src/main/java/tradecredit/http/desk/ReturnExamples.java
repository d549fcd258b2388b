package tradecredit.http.desk;

/** Returned payments and payments applied anew as they are sent, and what the service answered. */
final class ReturnExamples {

  /** Return. */
  static final String RETURN =
      """
      {"returnedDate": "2001-06-01", "reason": "Insufficient funds"}
      """;

  /** Returned. */
  static final String RETURNED =
      """
      {
        "id": "8d736a79-42c3-8003-8000-000000000004",
        "paymentId": "8d736a79-42c3-8002-8000-000000000003",
        "reference": "CHK-2207",
        "accountId": "auxer-to-kattosko",
        "sequence": 4,
        "returnedDate": "2001-06-01",
        "effectiveDate": "2001-06-01",
        "reason": "Insufficient funds",
        "currency": "USD",
        "amount": "10000.00",
        "reopened": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
            "invoiceNumber": "AT-1001",
            "amount": "10000.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "account": {"sequence": 4, "balance": "41467.55", "availableCredit": "8532.45", "standing": "notGood"}
      }
      """;

  /** Return malformed. */
  static final String RETURN_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "reason is required",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000003/return",
        "code": "invalid-request",
        "errors": [{"pointer": "/reason", "code": "required", "detail": "reason is required"}]
      }
      """;

  /** Already returned. */
  static final String ALREADY_RETURNED =
      """
      {
        "type": "urn:tradecredit:problem:payment-already-returned",
        "title": "The payment was returned before",
        "status": 409,
        "detail": "The payment was returned on 2001-06-01 (entry 4). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000003/return",
        "code": "payment-already-returned",
        "retryMaySucceed": false,
        "state": "returned",
        "sequence": 4,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:44.909186Z",
        "account": {"sequence": 4, "balance": "41467.55", "availableCredit": "8532.45", "standing": "notGood"}
      }
      """;

  /** Returned before received. */
  static final String RETURNED_BEFORE_RECEIVED =
      """
      {
        "type": "urn:tradecredit:problem:returned-before-received",
        "title": "The payment was received later",
        "status": 422,
        "detail": "The payment was received on 2001-06-01; it cannot be returned on 2001-05-31. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000005/return",
        "code": "returned-before-received",
        "retryMaySucceed": false,
        "earliest": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:44.972423Z",
        "account": {"sequence": 5, "balance": "36467.55", "availableCredit": "13532.45", "standing": "notGood"}
      }
      """;

  /** Reallocation. */
  static final String REALLOCATION =
      """
      {
        "allocations": [{"invoiceNumber": "AT-1001", "amount": "5000.00"}]
      }
      """;

  /** Reallocated. */
  static final String REALLOCATED =
      """
      {
        "id": "8d736a79-42c3-8004-8000-000000000006",
        "paymentId": "8d736a79-42c3-8002-8000-000000000005",
        "reference": "WIRE-0611",
        "accountId": "auxer-to-kattosko",
        "sequence": 6,
        "effectiveDate": "2001-06-01",
        "currency": "USD",
        "lifted": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
            "invoiceNumber": "AT-1002",
            "amount": "4000.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
            "invoiceNumber": "AT-1001",
            "amount": "5000.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "unappliedCredit": "0.00",
        "account": {"sequence": 6, "balance": "36467.55", "availableCredit": "13532.45", "standing": "notGood"}
      }
      """;

  /** Reallocation malformed. */
  static final String REALLOCATION_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "allocations is required; it may be empty",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000005/allocations",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/allocations",
            "code": "required",
            "detail": "allocations is required; it may be empty"
          }
        ]
      }
      """;

  /** Reallocation returned. */
  static final String REALLOCATION_RETURNED =
      """
      {
        "type": "urn:tradecredit:problem:payment-already-returned",
        "title": "The payment was returned before",
        "status": 409,
        "detail": "The payment was returned on 2001-06-01 (entry 4). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000003/allocations",
        "code": "payment-already-returned",
        "retryMaySucceed": false,
        "state": "returned",
        "sequence": 4,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:44.932340Z",
        "account": {"sequence": 4, "balance": "41467.55", "availableCredit": "8532.45", "standing": "notGood"}
      }
      """;

  /** Reallocation exceeds. */
  static final String REALLOCATION_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:allocations-exceed-payment",
        "title": "The allocations exceed the payment",
        "status": 422,
        "detail": "The allocations of 6000.00 are more than the payment of 5000.00. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments/8d736a79-42c3-8002-8000-000000000005/allocations",
        "code": "allocations-exceed-payment",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T16:06:44.986472Z",
        "account": {"sequence": 5, "balance": "36467.55", "availableCredit": "13532.45", "standing": "notGood"}
      }
      """;

  private ReturnExamples() {}
}
