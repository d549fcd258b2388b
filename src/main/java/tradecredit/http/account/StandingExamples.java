package tradecredit.http.account;

/** Standing and events as the service answered them. */
public final class StandingExamples {

  /** Standing. */
  public static final String STANDING =
      """
      {
        "accountId": "auxer-to-kattosko",
        "asOf": "2001-06-29",
        "businessDate": "2001-06-29",
        "sequence": 19,
        "standing": "notGood",
        "since": "2001-06-12",
        "clause": 5,
        "requiresGoodStanding": false,
        "reasons": [
          {
            "code": "past-due",
            "amount": "29217.55",
            "cure": "Pay the 29217.55 that is past due.",
            "evidence": [
              {
                "type": "invoice",
                "id": "8d736a79-42c3-8001-8000-000000000002",
                "number": "AT-1002",
                "date": "2001-06-22",
                "amount": "9217.55"
              },
              {
                "type": "invoice",
                "id": "8d736a79-42c3-8001-8000-00000000000e",
                "number": "AT-1003",
                "date": "2001-06-22",
                "amount": "20000.00"
              }
            ]
          }
        ]
      }
      """;

  /** Changes. */
  public static final String CHANGES =
      """
      {
        "items": [
          {
            "number": 1,
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T16:06:44.821624Z",
            "sequence": 4,
            "standing": "notGood",
            "clause": 5,
            "reasons": [
              {
                "code": "returned-payment",
                "amount": "10000.00",
                "cure": "Pay the 10000.00 of returned payments, or all that is owed if that is less."
              }
            ],
            "cause": {
              "sequence": 4,
              "type": "paymentReturn",
              "id": "8d736a79-42c3-8003-8000-000000000004",
              "number": "CHK-2207"
            },
            "invoices": [],
            "invoicesOmitted": 0
          },
          {
            "number": 2,
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T16:06:44.957393Z",
            "sequence": 5,
            "standing": "notGood",
            "clause": 5,
            "reasons": [
              {
                "code": "returned-payment",
                "amount": "5000.00",
                "cure": "Pay the 5000.00 of returned payments, or all that is owed if that is less."
              }
            ],
            "cause": {
              "sequence": 5,
              "type": "payment",
              "id": "8d736a79-42c3-8002-8000-000000000005",
              "number": "WIRE-0611"
            },
            "invoices": [],
            "invoicesOmitted": 0
          },
          {
            "number": 3,
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T16:06:45.447951Z",
            "sequence": 14,
            "standing": "notGood",
            "clause": 5,
            "reasons": [
              {
                "code": "over-limit",
                "amount": "5217.55",
                "cure": "Pay 5217.55 to bring the balance back to the credit limit."
              },
              {
                "code": "returned-payment",
                "amount": "5000.00",
                "cure": "Pay the 5000.00 of returned payments, or all that is owed if that is less."
              }
            ],
            "cause": {
              "sequence": 14,
              "type": "invoice",
              "id": "8d736a79-42c3-8001-8000-00000000000e",
              "number": "AT-1003"
            },
            "invoices": [],
            "invoicesOmitted": 0
          },
          {
            "number": 4,
            "businessDate": "2001-06-01",
            "recordedAt": "2026-11-22T16:06:45.488604Z",
            "sequence": 16,
            "standing": "good",
            "clause": 5,
            "reasons": [],
            "cause": {
              "sequence": 16,
              "type": "payment",
              "id": "8d736a79-42c3-8002-8000-000000000010",
              "number": "WIRE-0604"
            },
            "invoices": [],
            "invoicesOmitted": 0
          }
        ],
        "nextCursor": "c3RhbmRpbmctY2hhbmdlczo0"
      }
      """;

  /** Events. */
  public static final String EVENTS =
      """
      {
        "items": [
          {
            "type": "payment.posted",
            "timestamp": "2026-11-22T16:06:44.774569Z",
            "data": {
              "accountId": "auxer-to-kattosko",
              "sequence": 4,
              "businessDate": "2001-06-01",
              "paymentId": "8d736a79-42c3-8002-8000-000000000003",
              "reference": "CHK-2207",
              "receivedDate": "2001-06-01",
              "amount": "10000.00",
              "allocations": [{"invoiceNumber": "AT-1001", "amount": "10000.00"}],
              "allocationsOmitted": 0,
              "unappliedCredit": "0.00",
              "principal": "auxer-telecom/key:h3v8n5rt",
              "account": {"sequence": 3, "balance": "31467.55", "availableCredit": "18532.45", "standing": "good"}
            }
          },
          {
            "type": "credit_limit.threshold_crossed",
            "timestamp": "2026-11-22T16:06:44.774569Z",
            "data": {
              "accountId": "auxer-to-kattosko",
              "sequence": 5,
              "businessDate": "2001-06-01",
              "percent": 80,
              "upwards": false,
              "balance": "31467.55",
              "creditLimit": "50000.00",
              "principal": "auxer-telecom/key:h3v8n5rt",
              "account": {"sequence": 3, "balance": "31467.55", "availableCredit": "18532.45", "standing": "good"}
            }
          }
        ],
        "nextCursor": "5"
      }
      """;

  /** After malformed. */
  public static final String AFTER_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "after: \\"last\\" is not a sequence",
        "instance": "/v1/accounts/auxer-to-kattosko/events",
        "code": "invalid-request",
        "errors": [{"pointer": "query:after", "code": "format", "detail": "after: \\"last\\" is not a sequence"}]
      }
      """;

  private StandingExamples() {}
}
