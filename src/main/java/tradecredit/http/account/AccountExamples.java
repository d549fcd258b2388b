package tradecredit.http.account;

/** Answers about accounts, as the service gave them. */
public final class AccountExamples {

  /** Both accounts. */
  public static final String ACCOUNTS =
      """
      {
        "items": [
          {
            "id": "auxer-to-kattosko",
            "agreementId": "clifton-telecard-2001",
            "supplier": "auxer-telecom",
            "buyer": "kattosko",
            "clause": 5,
            "currency": "USD",
            "businessDate": "2001-06-01",
            "termsVersion": 1,
            "terms": {
              "creditLimit": "50000.00",
              "netDays": 21,
              "requiresGoodStanding": false,
              "discounts": {},
              "thresholds": [80, 95, 100]
            },
            "standing": "good",
            "standingReasons": [],
            "hold": null,
            "sequence": 6,
            "balance": "32700.95",
            "availableCredit": "17299.05",
            "utilisation": "65.40",
            "pastDue": "0.00",
            "disputed": "0.00",
            "unappliedCredit": "1000.00"
          },
          {
            "id": "kattosko-to-seller",
            "agreementId": "clifton-telecard-2001",
            "supplier": "kattosko",
            "buyer": "seller",
            "clause": 6,
            "currency": "USD",
            "businessDate": "2001-06-01",
            "termsVersion": 1,
            "terms": {
              "creditLimit": "50000.00",
              "netDays": 21,
              "requiresGoodStanding": true,
              "discounts": {},
              "thresholds": [80, 95, 100]
            },
            "standing": "good",
            "standingReasons": [],
            "hold": null,
            "sequence": 0,
            "balance": "0.00",
            "availableCredit": "50000.00",
            "utilisation": "0.00",
            "pastDue": "0.00",
            "disputed": "0.00",
            "unappliedCredit": "0.00"
          }
        ],
        "nextCursor": null
      }
      """;

  /** An account. */
  public static final String ACCOUNT =
      """
      {
        "id": "auxer-to-kattosko",
        "agreementId": "clifton-telecard-2001",
        "supplier": "auxer-telecom",
        "buyer": "kattosko",
        "clause": 5,
        "currency": "USD",
        "businessDate": "2001-06-01",
        "termsVersion": 1,
        "terms": {
          "creditLimit": "50000.00",
          "netDays": 21,
          "requiresGoodStanding": false,
          "discounts": {},
          "thresholds": [80, 95, 100]
        },
        "standing": "good",
        "standingReasons": [],
        "hold": null,
        "sequence": 6,
        "balance": "32700.95",
        "availableCredit": "17299.05",
        "utilisation": "65.40",
        "pastDue": "0.00",
        "disputed": "0.00",
        "unappliedCredit": "1000.00"
      }
      """;

  /** A balance today. */
  public static final String BALANCE =
      """
      {
        "accountId": "auxer-to-kattosko",
        "asOf": "2001-06-01",
        "businessDate": "2001-06-01",
        "currency": "USD",
        "sequence": 6,
        "termsVersion": 1,
        "balance": "32700.95",
        "creditLimit": "50000.00",
        "availableCredit": "17299.05",
        "utilisation": "65.40",
        "pastDue": "0.00",
        "disputed": "0.00",
        "unappliedCredit": "1000.00",
        "standing": "good",
        "standingReasons": []
      }
      """;

  /** A balance with something past due. */
  public static final String BALANCE_PAST_DUE =
      """
      {
        "accountId": "kattosko-to-seller",
        "asOf": "2001-06-29",
        "businessDate": "2001-06-29",
        "currency": "USD",
        "sequence": 1,
        "termsVersion": 1,
        "balance": "2100.00",
        "creditLimit": "50000.00",
        "availableCredit": "47900.00",
        "utilisation": "4.20",
        "pastDue": "2100.00",
        "disputed": "0.00",
        "unappliedCredit": "0.00",
        "standing": "notGood",
        "standingReasons": [{"code": "past-due", "amount": "2100.00", "cure": "Pay the 2100.00 that is past due."}]
      }
      """;

  /** An asOf that is no date. */
  public static final String AS_OF_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "asOf: \\"31.05.2001\\" is not a date as YYYY-MM-DD",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:asOf",
            "code": "format",
            "detail": "asOf: \\"31.05.2001\\" is not a date as YYYY-MM-DD"
          }
        ]
      }
      """;

  /** An aging by days since the invoice date. */
  public static final String AGING =
      """
      {
        "accountId": "auxer-to-kattosko",
        "asOf": "2001-06-01",
        "basis": "invoiceDate",
        "currency": "USD",
        "sequence": 6,
        "notDue": "16233.40",
        "buckets": [
          {"from": 1, "to": 10, "amount": "0.00", "count": 0},
          {"from": 11, "to": 20, "amount": "17467.55", "count": 1},
          {"from": 21, "to": null, "amount": "0.00", "count": 0}
        ],
        "openItems": "33700.95",
        "unappliedCredit": "1000.00",
        "disputed": "0.00",
        "balance": "32700.95"
      }
      """;

  /** A basis that there is not. */
  public static final String BASIS_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "basis: \\"date\\" is neither dueDate nor invoiceDate",
        "instance": "/v1/accounts/auxer-to-kattosko/aging",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:basis",
            "code": "format",
            "detail": "basis: \\"date\\" is neither dueDate nor invoiceDate"
          }
        ]
      }
      """;

  /** A knownAt that is still to come. */
  static final String KNOWN_IN_FUTURE =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "knownAt is after now: what the book will know is not known",
        "instance": "/v1/accounts/auxer-to-kattosko/balance",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:knownAt",
            "code": "in-future",
            "detail": "knownAt is after now: what the book will know is not known"
          }
        ]
      }
      """;

  private AccountExamples() {}
}
