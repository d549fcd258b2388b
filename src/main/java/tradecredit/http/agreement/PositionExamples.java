package tradecredit.http.agreement;

/** The position, as the service gave it. */
public final class PositionExamples {

  /** What both accounts come to. */
  public static final String POSITION =
      """
      {
        "agreementId": "clifton-telecard-2001",
        "asOf": "2001-06-01",
        "businessDate": "2001-06-01",
        "currency": "USD",
        "accounts": [
          {
            "accountId": "auxer-to-kattosko",
            "supplier": "auxer-telecom",
            "buyer": "kattosko",
            "sequence": 1,
            "balance": "26467.55"
          },
          {
            "accountId": "kattosko-to-seller",
            "supplier": "kattosko",
            "buyer": "seller",
            "sequence": 1,
            "balance": "2100.00"
          }
        ],
        "nets": [
          {
            "sides": [{"side": "kattosko", "owes": "26467.55"}, {"side": "seller", "owes": "2100.00"}],
            "net": "24367.55",
            "debtor": "kattosko",
            "creditor": "seller"
          }
        ]
      }
      """;

  /** A day in another form. */
  public static final String AS_OF_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "asOf: \\"31.05.2001\\" is not a date as YYYY-MM-DD",
        "instance": "/v1/agreements/clifton-telecard-2001/position",
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

  private PositionExamples() {}
}
