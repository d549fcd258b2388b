package tradecredit.http.desk;

/** Holds and breaches as they are sent, and what the service answered. */
final class HoldExamples {

  /** Hold. */
  static final String HOLD =
      """
      {"reason": "The delivery of May 31 is being looked into"}
      """;

  /** Hold placed. */
  static final String HOLD_PLACED =
      """
      {
        "id": "8d736a79-42c3-800a-8000-00000000000c",
        "accountId": "auxer-to-kattosko",
        "sequence": 12,
        "status": "placed",
        "reason": "The delivery of May 31 is being looked into",
        "by": "auxer-telecom/key:h3v8n5rt",
        "on": "2001-06-01",
        "account": {"sequence": 12, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** Hold malformed. */
  static final String HOLD_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "reason is required",
        "instance": "/v1/accounts/auxer-to-kattosko/hold",
        "code": "invalid-request",
        "errors": [{"pointer": "/reason", "code": "required", "detail": "reason is required"}]
      }
      """;

  /** Already on hold. */
  static final String ALREADY_ON_HOLD =
      """
      {
        "type": "urn:tradecredit:problem:already-on-hold",
        "title": "The account is on hold already",
        "status": 409,
        "detail": "The account is on hold since 2001-06-01 (entry 12): The delivery of May 31 is being looked into. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/hold",
        "code": "already-on-hold",
        "retryMaySucceed": true,
        "state": "onHold",
        "reason": "The delivery of May 31 is being looked into",
        "sequence": 12,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.393438Z",
        "account": {"sequence": 12, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** Hold lifted. */
  static final String HOLD_LIFTED =
      """
      {
        "id": "8d736a79-42c3-800a-8000-00000000000c",
        "accountId": "auxer-to-kattosko",
        "sequence": 13,
        "status": "lifted",
        "reason": "The delivery of May 31 is being looked into",
        "by": "auxer-telecom/key:h3v8n5rt",
        "on": "2001-06-01",
        "account": {"sequence": 13, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** Not on hold. */
  static final String NOT_ON_HOLD =
      """
      {
        "type": "urn:tradecredit:problem:not-on-hold",
        "title": "The account is not on hold",
        "status": 409,
        "detail": "There is no hold on the account that could be lifted. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/hold",
        "code": "not-on-hold",
        "retryMaySucceed": true,
        "decidedAt": "2026-11-22T16:06:45.439081Z",
        "account": {"sequence": 13, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** A key that is none. */
  static final String KEY_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-malformed",
        "title": "The idempotency key is not valid",
        "status": 400,
        "detail": "The Idempotency-Key is one header of 1 to 255 visible ASCII characters.",
        "instance": "/v1/accounts/auxer-to-kattosko/hold",
        "code": "idempotency-key-malformed",
        "errors": [
          {
            "pointer": "header:Idempotency-Key",
            "code": "idempotency-key-malformed",
            "detail": "The Idempotency-Key is one header of 1 to 255 visible ASCII characters."
          }
        ]
      }
      """;

  /** Acknowledgement. */
  static final String ACKNOWLEDGEMENT =
      """
      {"note": "Kattosko pays 6000.00 on June 4"}
      """;

  /** Acknowledged. */
  static final String ACKNOWLEDGED =
      """
      {
        "id": "8d736a79-42c3-800c-8000-00000000000f",
        "breachId": "1",
        "accountId": "auxer-to-kattosko",
        "sequence": 15,
        "note": "Kattosko pays 6000.00 on June 4",
        "acknowledgedBy": "auxer-telecom/key:h3v8n5rt",
        "acknowledgedOn": "2001-06-01",
        "account": {"sequence": 15, "balance": "55217.55", "availableCredit": "-5217.55", "standing": "notGood"}
      }
      """;

  /** Acknowledgement malformed. */
  static final String ACKNOWLEDGEMENT_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "note is required",
        "instance": "/v1/accounts/auxer-to-kattosko/breaches/1/acknowledgement",
        "code": "invalid-request",
        "errors": [{"pointer": "/note", "code": "required", "detail": "note is required"}]
      }
      """;

  /** Already acknowledged. */
  static final String ALREADY_ACKNOWLEDGED =
      """
      {
        "type": "urn:tradecredit:problem:breach-already-acknowledged",
        "title": "The breach was acknowledged before",
        "status": 409,
        "detail": "The breach was acknowledged on 2001-06-01 (entry 15). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/breaches/1/acknowledgement",
        "code": "breach-already-acknowledged",
        "retryMaySucceed": false,
        "state": "acknowledged",
        "sequence": 15,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.479629Z",
        "account": {"sequence": 15, "balance": "55217.55", "availableCredit": "-5217.55", "standing": "notGood"}
      }
      """;

  /** Breaches. */
  static final String BREACHES =
      """
      {
        "items": [
          {
            "id": "1",
            "status": "cured",
            "cause": "invoice",
            "opened": {
              "sequence": 14,
              "businessDate": "2001-06-01",
              "recordedAt": "2026-11-22T16:06:45.447951Z",
              "balance": "55217.55",
              "creditLimit": "50000.00"
            },
            "peak": "55217.55",
            "acknowledgement": {
              "sequence": 15,
              "note": "Kattosko pays 6000.00 on June 4",
              "acknowledgedBy": "auxer-telecom/key:h3v8n5rt",
              "acknowledgedOn": "2001-06-01"
            },
            "cured": {
              "sequence": 16,
              "businessDate": "2001-06-01",
              "recordedAt": "2026-11-22T16:06:45.488604Z",
              "balance": "49217.55",
              "creditLimit": "50000.00"
            }
          }
        ],
        "nextCursor": null
      }
      """;

  private HoldExamples() {}
}
