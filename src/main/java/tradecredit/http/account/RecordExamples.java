package tradecredit.http.account;

/** Answers about what is recorded, as the service gave them. */
public final class RecordExamples {

  /** The first page of open invoices, one a page. */
  public static final String INVOICES =
      """
      {
        "items": [
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
            "openAmount": "17467.55",
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
            "allocations": [
              {
                "type": "payment",
                "creditId": "8d736a79-42c3-8002-8000-000000000003",
                "paymentId": "8d736a79-42c3-8002-8000-000000000003",
                "reference": "CHK-2207",
                "amount": "10000.00",
                "effectiveDate": "2001-06-01",
                "sequence": 3
              }
            ],
            "account": null
          }
        ],
        "nextCursor": "aW52b2ljZXM6MQ"
      }
      """;

  /** An invoice with a payment applied. */
  public static final String INVOICE =
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
        "openAmount": "17467.55",
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
        "allocations": [
          {
            "type": "payment",
            "creditId": "8d736a79-42c3-8002-8000-000000000003",
            "paymentId": "8d736a79-42c3-8002-8000-000000000003",
            "reference": "CHK-2207",
            "amount": "10000.00",
            "effectiveDate": "2001-06-01",
            "sequence": 3
          }
        ],
        "account": null
      }
      """;

  /** The account has no such invoice. */
  public static final String NO_INVOICE =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "The account has no invoice 8d736a79-42c3-8001-8000-000000000009.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/8d736a79-42c3-8001-8000-000000000009",
        "code": "not-found"
      }
      """;

  /** A status that there is not. */
  public static final String STATUS_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "status: \\"late\\" is none of open, paid, pastDue and disputed",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:status",
            "code": "format",
            "detail": "status: \\"late\\" is none of open, paid, pastDue and disputed"
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
            "kind": "invoice",
            "amount": "27467.55",
            "balanceBefore": "0.00",
            "balanceAfter": "27467.55",
            "effectiveDate": "2001-05-21",
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T13:01:41.958380Z",
            "principal": "auxer-telecom/key:a7c2w9qd",
            "document": {"type": "invoice", "id": "8d736a79-42c3-8001-8000-000000000001", "number": "AT-1001"},
            "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
            "hash": "8908c70a89df44ffdce12385f4ec757ae3e4d833ea8c0abe5ae5549108dffbe6"
          },
          {
            "sequence": 2,
            "kind": "invoice",
            "amount": "14000.00",
            "balanceBefore": "27467.55",
            "balanceAfter": "41467.55",
            "effectiveDate": "2001-06-01",
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T13:01:42.400330Z",
            "principal": "auxer-telecom/key:a7c2w9qd",
            "document": {"type": "invoice", "id": "8d736a79-42c3-8001-8000-000000000002", "number": "AT-1002"},
            "previousHash": "8908c70a89df44ffdce12385f4ec757ae3e4d833ea8c0abe5ae5549108dffbe6",
            "hash": "e94e03ffefd6d0e5894866e4cb4b939592d5837ca9366cde302cae8daa1a695b"
          }
        ],
        "nextCursor": "ZW50cmllczoy"
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
        "instance": "/v1/accounts/auxer-to-kattosko/entries",
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

  /** The first three decisions. */
  public static final String DECISIONS =
      """
      {
        "items": [
          {
            "number": 1,
            "sequence": 1,
            "act": "invoice",
            "documentNumber": "AT-1001",
            "outcome": "accepted",
            "code": null,
            "requested": "27467.55",
            "balance": "0.00",
            "creditLimit": "50000.00",
            "termsVersion": 1,
            "standing": "good",
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T13:01:41.958380Z",
            "principal": "auxer-telecom/key:a7c2w9qd"
          },
          {
            "number": 2,
            "sequence": 2,
            "act": "invoice",
            "documentNumber": "AT-1002",
            "outcome": "accepted",
            "code": null,
            "requested": "14000.00",
            "balance": "27467.55",
            "creditLimit": "50000.00",
            "termsVersion": 1,
            "standing": "good",
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T13:01:42.400330Z",
            "principal": "auxer-telecom/key:a7c2w9qd"
          },
          {
            "number": 3,
            "sequence": null,
            "act": "invoice",
            "documentNumber": "AT-1003",
            "outcome": "refused",
            "code": "credit-limit-exceeded",
            "requested": "14000.00",
            "balance": "41467.55",
            "creditLimit": "50000.00",
            "termsVersion": 1,
            "standing": "good",
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T13:01:42.524592Z",
            "principal": "auxer-telecom/key:a7c2w9qd"
          }
        ],
        "nextCursor": "ZGVjaXNpb25zOjM"
      }
      """;

  /** A limit above 200. */
  public static final String LIMIT_OUT_OF_RANGE =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "limit is from 1 to 200",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices",
        "code": "invalid-request",
        "errors": [{"pointer": "query:limit", "code": "out-of-range", "detail": "limit is from 1 to 200"}]
      }
      """;

  private RecordExamples() {}
}
