package tradecredit.http.posting;

/** Invoices and payments as they are sent, and what the service answered. */
public final class PostingExamples {

  /** An invoice of two lines. */
  public static final String INVOICE =
      """
      {
        "number": "AT-1001",
        "invoiceDate": "2001-05-21",
        "currency": "USD",
        "memo": "Cards for the week of May 21",
        "lines": [
          {"product": "auxer-direct", "faceValue": "10.00", "quantity": 2650, "discount": "33.33"},
          {
            "product": "auxer-direct",
            "faceValue": "20.00",
            "quantity": 700,
            "discount": "30",
            "description": "Reorder by telephone"
          }
        ]
      }
      """;

  /** The invoice as posted. */
  public static final String INVOICE_POSTED =
      """
      {
        "id": "8d736a79-42c3-8001-8000-000000000001",
        "number": "AT-1001",
        "accountId": "auxer-to-kattosko",
        "sequence": 1,
        "invoiceDate": "2001-05-21",
        "dueDate": "2001-06-11",
        "currency": "USD",
        "memo": "Cards for the week of May 21",
        "total": "27467.55",
        "openAmount": "27467.55",
        "disputedAmount": "0.00",
        "status": "open",
        "daysPastDue": 0,
        "alreadyDelivered": null,
        "lines": [
          {
            "product": "auxer-direct",
            "faceValue": "10.00",
            "quantity": 2650,
            "discount": "33.33",
            "amount": "17667.55",
            "description": null
          },
          {
            "product": "auxer-direct",
            "faceValue": "20.00",
            "quantity": 700,
            "discount": "30",
            "amount": "9800.00",
            "description": "Reorder by telephone"
          }
        ],
        "allocations": [],
        "account": {"sequence": 1, "balance": "27467.55", "availableCredit": "22532.45", "standing": "good"}
      }
      """;

  /** Four faults at once. */
  public static final String INVOICE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "faceValue must be a string, not a number (and 3 more: see errors)",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/lines/0/faceValue",
            "code": "type",
            "detail": "faceValue must be a string, not a number"
          },
          {
            "pointer": "/lines/0/quantity",
            "code": "out-of-range",
            "detail": "quantity must be from 1 to 1000000000"
          },
          {
            "pointer": "/lines/0/discount",
            "code": "format",
            "detail": "discount: \\"30%\\" is not a percentage"
          },
          {"pointer": "/po", "code": "unknown-field", "detail": "there is no field \\"po\\" here"}
        ]
      }
      """;

  /** A product that the agreement does not know. */
  public static final String UNKNOWN_PRODUCT =
      """
      {
        "type": "urn:tradecredit:problem:unknown-product",
        "title": "The request is not valid",
        "status": 400,
        "detail": "the agreement knows no product calling-card",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "unknown-product",
        "errors": [
          {
            "pointer": "/lines/0/product",
            "code": "unknown-product",
            "detail": "the agreement knows no product calling-card"
          }
        ]
      }
      """;

  /** The number belongs to another invoice. */
  public static final String NUMBER_TAKEN =
      """
      {
        "type": "urn:tradecredit:problem:invoice-number-taken",
        "title": "This invoice number is taken",
        "status": 409,
        "detail": "Invoice AT-1002 is already in the book. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "invoice-number-taken",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T13:01:42.588716Z",
        "account": {"sequence": 2, "balance": "41467.55", "availableCredit": "8532.45", "standing": "good"}
      }
      """;

  /** Over the limit, and what would cure it. */
  public static final String LIMIT_EXCEEDED =
      """
      {
        "type": "urn:tradecredit:problem:credit-limit-exceeded",
        "title": "The invoice would exceed the credit limit",
        "status": 422,
        "detail": "The balance of 41467.55 and this invoice of 14000.00 would exceed the credit limit of 50000.00 by 5467.55. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "credit-limit-exceeded",
        "clause": 5,
        "retryMaySucceed": true,
        "balance": "41467.55",
        "creditLimit": "50000.00",
        "requested": "14000.00",
        "excess": "5467.55",
        "remedies": {
          "largestInvoice": "8532.45",
          "smallestPayment": "5467.55",
          "firstDateWithRoom": "2001-06-11"
        },
        "decidedAt": "2026-11-22T13:01:42.524592Z",
        "account": {"sequence": 2, "balance": "41467.55", "availableCredit": "8532.45", "standing": "good"}
      }
      """;

  /** Something is past due on an account that needs good standing. */
  public static final String NOT_IN_GOOD_STANDING =
      """
      {
        "type": "urn:tradecredit:problem:account-not-in-good-standing",
        "title": "The account is not in good standing",
        "status": 422,
        "detail": "The account takes new invoices only while it is in good standing. Pay the 2100.00 that is past due. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/kattosko-to-seller/invoices",
        "code": "account-not-in-good-standing",
        "clause": 6,
        "retryMaySucceed": true,
        "reasons": [{"code": "past-due", "amount": "2100.00", "cure": "Pay the 2100.00 that is past due."}],
        "decidedAt": "2026-11-22T13:02:53.484931Z",
        "account": {
          "sequence": 1,
          "balance": "2100.00",
          "availableCredit": "47900.00",
          "standing": "notGood"
        }
      }
      """;

  /** A product of the other account. */
  public static final String PRODUCT_RESTRICTED =
      """
      {
        "type": "urn:tradecredit:problem:product-restricted",
        "title": "This product may not be sold here and now",
        "status": 422,
        "detail": "Line 1 of the invoice: auxer-direct is not sold on this account (clause 6). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/kattosko-to-seller/invoices",
        "code": "product-restricted",
        "clause": 6,
        "errors": [
          {
            "pointer": "/lines/0/product",
            "code": "product-restricted",
            "detail": "Line 1 of the invoice: auxer-direct is not sold on this account (clause 6)."
          }
        ],
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T13:02:53.393890Z",
        "account": {"sequence": 1, "balance": "2100.00", "availableCredit": "47900.00", "standing": "good"}
      }
      """;

  /** A payment, allocated oldest due date first. */
  public static final String PAYMENT =
      """
      {
        "reference": "CHK-2207",
        "receivedDate": "2001-06-01",
        "method": "check",
        "amount": "10000.00"
      }
      """;

  /** A payment with its allocations. */
  public static final String PAYMENT_ALLOCATED =
      """
      {
        "reference": "WIRE-0611",
        "receivedDate": "2001-06-01",
        "method": "wire",
        "amount": "5000.00",
        "currency": "USD",
        "allocations": [{"invoiceNumber": "AT-1002", "amount": "4000.00"}]
      }
      """;

  /** The first payment as posted. */
  public static final String PAYMENT_POSTED =
      """
      {
        "id": "8d736a79-42c3-8002-8000-000000000003",
        "reference": "CHK-2207",
        "accountId": "auxer-to-kattosko",
        "sequence": 3,
        "receivedDate": "2001-06-01",
        "method": "check",
        "currency": "USD",
        "amount": "10000.00",
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
            "invoiceNumber": "AT-1001",
            "amount": "10000.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "unappliedCredit": "0.00",
        "account": {"sequence": 3, "balance": "31467.55", "availableCredit": "18532.45", "standing": "good"}
      }
      """;

  /** The second: what is not allocated stays unapplied. */
  public static final String PAYMENT_ALLOCATED_POSTED =
      """
      {
        "id": "8d736a79-42c3-8002-8000-000000000004",
        "reference": "WIRE-0611",
        "accountId": "auxer-to-kattosko",
        "sequence": 4,
        "receivedDate": "2001-06-01",
        "method": "wire",
        "currency": "USD",
        "amount": "5000.00",
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
            "invoiceNumber": "AT-1002",
            "amount": "4000.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "unappliedCredit": "1000.00",
        "account": {"sequence": 4, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"}
      }
      """;

  /** An amount that is a JSON number. */
  public static final String PAYMENT_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "amount must be a string, not a number",
        "instance": "/v1/accounts/auxer-to-kattosko/payments",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/amount",
            "code": "type",
            "detail": "amount must be a string, not a number"
          }
        ]
      }
      """;

  /** The reference belongs to another payment. */
  public static final String REFERENCE_TAKEN =
      """
      {
        "type": "urn:tradecredit:problem:payment-reference-taken",
        "title": "This payment reference is taken",
        "status": 409,
        "detail": "Payment CHK-2207 is already in the book. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments",
        "code": "payment-reference-taken",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T13:02:22.958560Z",
        "account": {"sequence": 4, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"}
      }
      """;

  /** More than is open of the invoice. */
  public static final String ALLOCATION_EXCEEDS_OPEN =
      """
      {
        "type": "urn:tradecredit:problem:allocation-exceeds-open-amount",
        "title": "The allocation exceeds the open, undisputed amount",
        "status": 422,
        "detail": "12000.00 is more than the 10000.00 that is open and undisputed of invoice AT-1002. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/payments",
        "code": "allocation-exceeds-open-amount",
        "retryMaySucceed": true,
        "openAmount": "10000.00",
        "decidedAt": "2026-11-22T13:02:23.030253Z",
        "account": {"sequence": 4, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"}
      }
      """;

  /** This invoice would be accepted. */
  public static final String CHECK_ACCEPTED =
      """
      {
        "outcome": "accepted",
        "code": null,
        "requested": "14000.00",
        "balance": "26467.55",
        "creditLimit": "50000.00",
        "termsVersion": 1,
        "standing": "good",
        "businessDate": "2001-06-01",
        "recordedAt": "2026-11-22T13:02:23.100328Z",
        "principal": "auxer-telecom/key:a7c2w9qd",
        "problem": null
      }
      """;

  /** This one would be refused. */
  public static final String CHECK_REFUSED =
      """
      {
        "outcome": "refused",
        "code": "credit-limit-exceeded",
        "requested": "28000.00",
        "balance": "26467.55",
        "creditLimit": "50000.00",
        "termsVersion": 1,
        "standing": "good",
        "businessDate": "2001-06-01",
        "recordedAt": "2026-11-22T13:02:23.134025Z",
        "principal": "auxer-telecom/key:a7c2w9qd",
        "problem": {
          "type": "urn:tradecredit:problem:credit-limit-exceeded",
          "title": "The invoice would exceed the credit limit",
          "status": 422,
          "detail": "The balance of 26467.55 and this invoice of 28000.00 would exceed the credit limit of 50000.00 by 4467.55.",
          "instance": "/v1/accounts/auxer-to-kattosko/credit-checks",
          "code": "credit-limit-exceeded",
          "clause": 5,
          "retryMaySucceed": true,
          "balance": "26467.55",
          "creditLimit": "50000.00",
          "requested": "28000.00",
          "excess": "4467.55",
          "remedies": {
            "largestInvoice": "23532.45",
            "smallestPayment": "4467.55",
            "firstDateWithRoom": "2001-06-11"
          }
        }
      }
      """;

  private PostingExamples() {}
}
