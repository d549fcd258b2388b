package tradecredit.http.files;

/** Batches as they are sent, and what the service answered. */
public final class BatchExamples {

  /** Two invoices, all or nothing. */
  public static final String BATCH =
      """
      {
        "mode": "atomic",
        "invoices": [
          {
            "number": "AT-1003",
            "invoiceDate": "2001-06-01",
            "lines": [{"product": "auxer-direct", "faceValue": "10.00", "quantity": 500, "discount": "30"}]
          },
          {
            "number": "AT-1004",
            "invoiceDate": "2001-06-01",
            "lines": [
              {
                "product": "auxer-direct",
                "faceValue": "10.00",
                "quantity": 5000,
                "discount": "30"
              }
            ]
          }
        ]
      }
      """;

  /** Two invoices, each for itself. */
  public static final String BATCH_INDEPENDENT =
      """
      {
        "mode": "independent",
        "invoices": [
          {
            "number": "AT-1003",
            "invoiceDate": "2001-06-01",
            "lines": [{"product": "auxer-direct", "faceValue": "10.00", "quantity": 500, "discount": "30"}]
          },
          {
            "number": "AT-1004",
            "invoiceDate": "2001-06-01",
            "lines": [
              {
                "product": "auxer-direct",
                "faceValue": "10.00",
                "quantity": 5000,
                "discount": "30"
              }
            ]
          }
        ]
      }
      """;

  /** One was accepted, one refused. */
  public static final String BATCH_OUTCOMES =
      """
      {
        "results": [
          {
            "index": 0,
            "status": "accepted",
            "invoice": {
              "id": "8d736a79-42c3-8001-8000-000000000005",
              "number": "AT-1003",
              "accountId": "auxer-to-kattosko",
              "sequence": 5,
              "invoiceDate": "2001-06-01",
              "dueDate": "2001-06-22",
              "currency": "USD",
              "memo": null,
              "total": "3500.00",
              "openAmount": "3500.00",
              "disputedAmount": "0.00",
              "status": "open",
              "daysPastDue": 0,
              "alreadyDelivered": null,
              "lines": [
                {
                  "product": "auxer-direct",
                  "faceValue": "10.00",
                  "quantity": 500,
                  "discount": "30",
                  "amount": "3500.00",
                  "description": null
                }
              ],
              "allocations": [],
              "account": {
                "sequence": 5,
                "balance": "29967.55",
                "availableCredit": "20032.45",
                "standing": "good"
              }
            }
          },
          {
            "index": 1,
            "status": "refused",
            "problem": {
              "type": "urn:tradecredit:problem:credit-limit-exceeded",
              "title": "The invoice would exceed the credit limit",
              "status": 422,
              "detail": "The balance of 29967.55 and this invoice of 35000.00 would exceed the credit limit of 50000.00 by 14967.55. To try again, send it with a new Idempotency-Key.",
              "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
              "code": "credit-limit-exceeded",
              "clause": 5,
              "retryMaySucceed": true,
              "balance": "29967.55",
              "creditLimit": "50000.00",
              "requested": "35000.00",
              "excess": "14967.55",
              "remedies": {
                "largestInvoice": "20032.45",
                "smallestPayment": "14967.55",
                "firstDateWithRoom": "2001-06-11"
              },
              "decidedAt": "2026-11-22T13:02:23.280880Z",
              "account": {
                "sequence": 5,
                "balance": "29967.55",
                "availableCredit": "20032.45",
                "standing": "good"
              }
            }
          }
        ],
        "accepted": 1,
        "refused": 1
      }
      """;

  /** Nothing was posted. */
  public static final String BATCH_REFUSED =
      """
      {
        "type": "urn:tradecredit:problem:batch-refused",
        "title": "The batch is refused as a whole",
        "status": 422,
        "detail": "1 of 2 invoices are refused, the first to look at is item 1; nothing is posted. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
        "code": "batch-refused",
        "retryMaySucceed": true,
        "first": 1,
        "decidedAt": "2026-11-22T13:02:23.169064Z",
        "account": {"sequence": 4, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"},
        "results": [
          {"index": 0, "status": "notPosted"},
          {
            "index": 1,
            "status": "refused",
            "problem": {
              "type": "urn:tradecredit:problem:credit-limit-exceeded",
              "title": "The invoice would exceed the credit limit",
              "status": 422,
              "detail": "The balance of 29967.55 and this invoice of 35000.00 would exceed the credit limit of 50000.00 by 14967.55.",
              "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
              "code": "credit-limit-exceeded",
              "clause": 5,
              "retryMaySucceed": true,
              "balance": "29967.55",
              "creditLimit": "50000.00",
              "requested": "35000.00",
              "excess": "14967.55",
              "remedies": {
                "largestInvoice": "20032.45",
                "smallestPayment": "14967.55",
                "firstDateWithRoom": "2001-06-11"
              }
            }
          }
        ],
        "accepted": 0,
        "refused": 1
      }
      """;

  /** An atomic batch with two malformed items. */
  public static final String BATCH_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "quantity must be from 1 to 1000000000 (and 1 more: see errors)",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/invoices/0/lines/0/quantity",
            "code": "out-of-range",
            "detail": "quantity must be from 1 to 1000000000"
          },
          {
            "pointer": "/invoices/1/lines/0/product",
            "code": "unknown-product",
            "detail": "the agreement knows no product calling-card"
          }
        ]
      }
      """;

  /** The key has answered another body. */
  public static final String BATCH_KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
        "code": "idempotency-key-reused"
      }
      """;

  /** A batch of too many bytes. */
  static final String BATCH_TOO_LARGE =
      """
      {
        "type": "urn:tradecredit:problem:content-too-large",
        "title": "The body is too large",
        "status": 413,
        "detail": "A batch has at most 16777216 bytes; this one has 17000000.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/batch",
        "code": "content-too-large"
      }
      """;

  private BatchExamples() {}
}
