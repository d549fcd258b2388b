package tradecredit.http.desk;

/** Payments and credit notes as the service answered them. */
final class CreditReadingExamples {

  /** Payments. */
  static final String PAYMENTS =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-8002-8000-000000000003",
            "reference": "CHK-2207",
            "accountId": "auxer-to-kattosko",
            "sequence": 3,
            "receivedDate": "2001-06-01",
            "method": "check",
            "currency": "USD",
            "amount": "10000.00",
            "unappliedCredit": "0.00",
            "allocations": [],
            "allocationsOmitted": 0,
            "returned": {
              "id": "8d736a79-42c3-8003-8000-000000000004",
              "sequence": 4,
              "returnedDate": "2001-06-01",
              "effectiveDate": "2001-06-01",
              "reason": "Insufficient funds"
            }
          },
          {
            "id": "8d736a79-42c3-8002-8000-000000000005",
            "reference": "WIRE-0611",
            "accountId": "auxer-to-kattosko",
            "sequence": 5,
            "receivedDate": "2001-06-01",
            "method": "wire",
            "currency": "USD",
            "amount": "5000.00",
            "unappliedCredit": "0.00",
            "allocations": [
              {
                "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
                "invoiceNumber": "AT-1001",
                "amount": "5000.00",
                "effectiveDate": "2001-06-01"
              }
            ],
            "allocationsOmitted": 0,
            "returned": null
          }
        ],
        "nextCursor": "cGF5bWVudHM6NQ"
      }
      """;

  /** Payment. */
  static final String PAYMENT =
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
        "unappliedCredit": "0.00",
        "allocations": [],
        "allocationsOmitted": 0,
        "returned": {
          "id": "8d736a79-42c3-8003-8000-000000000004",
          "sequence": 4,
          "returnedDate": "2001-06-01",
          "effectiveDate": "2001-06-01",
          "reason": "Insufficient funds"
        }
      }
      """;

  /** Credit notes. */
  static final String CREDIT_NOTES =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-8005-8000-000000000007",
            "number": "CR-77",
            "accountId": "auxer-to-kattosko",
            "sequence": 7,
            "creditDate": "2001-06-01",
            "reason": "Two cartons were short",
            "currency": "USD",
            "amount": "250.00",
            "unappliedCredit": "50.00",
            "allocations": [
              {
                "invoiceId": "8d736a79-42c3-8001-8000-00000000000e",
                "invoiceNumber": "AT-1003",
                "amount": "200.00",
                "effectiveDate": "2001-06-29"
              }
            ],
            "allocationsOmitted": 0,
            "disputeResolutionId": null
          },
          {
            "id": "8d736a79-42c3-8005-8000-00000000000b",
            "number": "CN-11",
            "accountId": "auxer-to-kattosko",
            "sequence": 11,
            "creditDate": "2001-06-01",
            "reason": "dispute upheld",
            "currency": "USD",
            "amount": "1000.00",
            "unappliedCredit": "0.00",
            "allocations": [
              {
                "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
                "invoiceNumber": "AT-1002",
                "amount": "1000.00",
                "effectiveDate": "2001-06-01"
              }
            ],
            "allocationsOmitted": 0,
            "disputeResolutionId": "8d736a79-42c3-8009-8000-00000000000b"
          }
        ],
        "nextCursor": null
      }
      """;

  /** Credit note. */
  static final String CREDIT_NOTE =
      """
      {
        "id": "8d736a79-42c3-8005-8000-000000000007",
        "number": "CR-77",
        "accountId": "auxer-to-kattosko",
        "sequence": 7,
        "creditDate": "2001-06-01",
        "reason": "Two cartons were short",
        "currency": "USD",
        "amount": "250.00",
        "unappliedCredit": "50.00",
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-00000000000e",
            "invoiceNumber": "AT-1003",
            "amount": "200.00",
            "effectiveDate": "2001-06-29"
          }
        ],
        "allocationsOmitted": 0,
        "disputeResolutionId": null
      }
      """;

  private CreditReadingExamples() {}
}
