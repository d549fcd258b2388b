package tradecredit.http.files;

/** Files of invoices as they are sent, and what the service answered. */
public final class ImportExamples {

  /** Four rows, three invoices. */
  public static final String FILE =
      """
      number,invoiceDate,product,faceValue,quantity,discount,memo
      AT-1005,2001-06-01,auxer-direct,10.00,200,30,June order
      AT-1005,2001-06-01,auxer-direct,20.00,100,33.33,
      AT-1006,2001-06-01,auxer-direct,10.00,9000,30,
      AT-1007,2001-06-01,auxer-direct,ten,1,30,
      """;

  /** An outcome per row. */
  public static final String FILE_OUTCOMES =
      """
      {
        "results": [
          {
            "index": 0,
            "line": 2,
            "status": "accepted",
            "invoice": {
              "id": "8d736a79-42c3-8001-8000-000000000006",
              "number": "AT-1005",
              "accountId": "auxer-to-kattosko",
              "sequence": 6,
              "invoiceDate": "2001-06-01",
              "dueDate": "2001-06-22",
              "currency": "USD",
              "total": "2733.40",
              "openAmount": "2733.40",
              "status": "open",
              "account": {
                "sequence": 6,
                "balance": "32700.95",
                "availableCredit": "17299.05",
                "standing": "good"
              }
            }
          },
          {
            "index": 1,
            "line": 3,
            "status": "accepted",
            "invoice": {
              "id": "8d736a79-42c3-8001-8000-000000000006",
              "number": "AT-1005",
              "accountId": "auxer-to-kattosko",
              "sequence": 6,
              "invoiceDate": "2001-06-01",
              "dueDate": "2001-06-22",
              "currency": "USD",
              "total": "2733.40",
              "openAmount": "2733.40",
              "status": "open",
              "account": {
                "sequence": 6,
                "balance": "32700.95",
                "availableCredit": "17299.05",
                "standing": "good"
              }
            }
          },
          {
            "index": 2,
            "line": 4,
            "status": "refused",
            "problem": {
              "type": "urn:tradecredit:problem:credit-limit-exceeded",
              "title": "The invoice would exceed the credit limit",
              "status": 422,
              "detail": "The balance of 32700.95 and this invoice of 63000.00 would exceed the credit limit of 50000.00 by 45700.95. To try again, send it with a new Idempotency-Key.",
              "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
              "code": "credit-limit-exceeded",
              "clause": 5,
              "retryMaySucceed": true,
              "balance": "32700.95",
              "creditLimit": "50000.00",
              "requested": "63000.00",
              "excess": "45700.95",
              "remedies": {
                "largestInvoice": "17299.05",
                "smallestPayment": "45700.95",
                "firstDateWithRoom": null
              },
              "decidedAt": "2026-11-22T13:02:23.634917Z",
              "account": {
                "sequence": 6,
                "balance": "32700.95",
                "availableCredit": "17299.05",
                "standing": "good"
              }
            }
          },
          {
            "index": 3,
            "line": 5,
            "status": "refused",
            "problem": {
              "type": "urn:tradecredit:problem:invalid-request",
              "title": "The request is not valid",
              "status": 400,
              "detail": "faceValue: \\"ten\\" is not a decimal amount",
              "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
              "code": "invalid-request",
              "errors": [
                {
                  "pointer": "line:5",
                  "code": "format",
                  "detail": "faceValue: \\"ten\\" is not a decimal amount"
                }
              ]
            }
          }
        ],
        "accepted": 2,
        "refused": 2
      }
      """;

  /** An atomic file of which nothing was posted. */
  public static final String FILE_REFUSED =
      """
      {
        "type": "urn:tradecredit:problem:batch-refused",
        "title": "The batch is refused as a whole",
        "status": 422,
        "detail": "1 of 2 invoices are refused, the first to look at is item 1; nothing is posted. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "batch-refused",
        "retryMaySucceed": true,
        "first": 1,
        "decidedAt": "2026-11-22T13:02:24.089903Z",
        "account": {"sequence": 6, "balance": "32700.95", "availableCredit": "17299.05", "standing": "good"},
        "results": [
          {"index": 0, "line": 2, "status": "notPosted"},
          {
            "index": 1,
            "line": 3,
            "status": "refused",
            "problem": {
              "type": "urn:tradecredit:problem:credit-limit-exceeded",
              "title": "The invoice would exceed the credit limit",
              "status": 422,
              "detail": "The balance of 34100.95 and this invoice of 63000.00 would exceed the credit limit of 50000.00 by 47100.95.",
              "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
              "code": "credit-limit-exceeded",
              "clause": 5,
              "retryMaySucceed": true,
              "balance": "34100.95",
              "creditLimit": "50000.00",
              "requested": "63000.00",
              "excess": "47100.95",
              "remedies": {
                "largestInvoice": "15899.05",
                "smallestPayment": "47100.95",
                "firstDateWithRoom": null
              }
            }
          }
        ],
        "accepted": 0,
        "refused": 1
      }
      """;

  /** A file under a key that has answered an invoice. */
  public static final String FILE_KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "idempotency-key-reused"
      }
      """;

  /** An atomic file with a malformed row. */
  public static final String FILE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "faceValue: \\"ten\\" is not a decimal amount",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "line:5",
            "code": "format",
            "detail": "faceValue: \\"ten\\" is not a decimal amount"
          }
        ]
      }
      """;

  /** A file without its header. */
  public static final String FILE_HEADER =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "The first line must be: number,invoiceDate,product,faceValue,quantity,discount,memo",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "line:1",
            "code": "header",
            "detail": "expected number,invoiceDate,product,faceValue,quantity,discount,memo"
          }
        ]
      }
      """;

  /** An atomic file of too many rows. */
  public static final String FILE_TOO_MANY_ROWS =
      """
      {
        "type": "urn:tradecredit:problem:content-too-large",
        "title": "The body is too large",
        "status": 413,
        "detail": "This import takes at most 10000 rows; row 10001 is on line 10002. Nothing was posted.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "content-too-large"
      }
      """;

  /** A file of too many rows whose invoices are posted one by one. */
  static final String FILE_TOO_MANY_ROWS_ONE_BY_ONE =
      """
      {
        "type": "urn:tradecredit:problem:content-too-large",
        "title": "The body is too large",
        "status": 413,
        "detail": "This import takes at most 200000 rows; row 200001 is on line 200002. The invoices before it are decided, all but the last: send the file in parts of whole invoices, each with the same key, to be told what became of each.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "content-too-large"
      }
      """;

  /** A file of too many bytes that does not say so beforehand. */
  static final String FILE_TOO_LARGE =
      """
      {
        "type": "urn:tradecredit:problem:content-too-large",
        "title": "The body is too large",
        "status": 413,
        "detail": "An import takes at most 536870912 bytes; line 180001 is the last that was read. The invoices before it are decided, all but the last: send the file in parts of whole invoices, each with the same key, to be told what became of each.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/import",
        "code": "content-too-large"
      }
      """;

  private ImportExamples() {}
}
