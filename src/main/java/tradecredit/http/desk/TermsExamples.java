package tradecredit.http.desk;

/** Amendments of the terms as they are sent, and what the service answered. */
final class TermsExamples {

  /** Amendment. */
  static final String AMENDMENT =
      """
      {"effectiveDate": "2001-07-01", "reason": "The season is over", "creditLimit": "40000.00"}
      """;

  /** Proposed. */
  static final String PROPOSED =
      """
      {
        "id": "8d736a79-42c3-800d-8000-000000000011",
        "accountId": "auxer-to-kattosko",
        "sequence": 17,
        "side": "auxer-telecom",
        "effectiveDate": "2001-07-01",
        "creditLimit": "40000.00",
        "netDays": null,
        "discounts": null,
        "thresholds": null,
        "reason": "The season is over",
        "status": "proposed",
        "proposedBy": "auxer-telecom/key:h3v8n5rt",
        "proposedOn": "2001-06-01",
        "decision": null,
        "account": {"sequence": 17, "balance": "49217.55", "availableCredit": "782.45", "standing": "good"}
      }
      """;

  /** Amendment malformed. */
  static final String AMENDMENT_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "an amendment changes creditLimit, netDays, discounts or thresholds",
        "instance": "/v1/accounts/auxer-to-kattosko/terms-amendments",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/creditLimit",
            "code": "required",
            "detail": "an amendment changes creditLimit, netDays, discounts or thresholds"
          }
        ]
      }
      """;

  /** In past. */
  static final String IN_PAST =
      """
      {
        "type": "urn:tradecredit:problem:terms-effective-in-past",
        "title": "Terms are not changed for past days",
        "status": 422,
        "detail": "Terms begin today, 2001-06-01, or later; 2001-05-31 is past. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/terms-amendments",
        "code": "terms-effective-in-past",
        "retryMaySucceed": false,
        "earliest": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.533480Z",
        "account": {"sequence": 17, "balance": "49217.55", "availableCredit": "782.45", "standing": "good"}
      }
      """;

  /** Withdrawal. */
  static final String WITHDRAWAL =
      """
      {"decision": "withdrawn", "note": "We would rather talk first"}
      """;

  /** Withdrawn. */
  static final String WITHDRAWN =
      """
      {
        "id": "8d736a79-42c3-800e-8000-000000000012",
        "amendmentId": "8d736a79-42c3-800d-8000-000000000011",
        "accountId": "auxer-to-kattosko",
        "sequence": 18,
        "side": "auxer-telecom",
        "decision": "withdrawn",
        "note": "We would rather talk first",
        "termsVersion": null,
        "effectiveDate": null,
        "decidedBy": "auxer-telecom/key:h3v8n5rt",
        "account": {"sequence": 18, "balance": "49217.55", "availableCredit": "782.45", "standing": "good"}
      }
      """;

  /** Approval malformed. */
  static final String APPROVAL_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "decision: the decision is one of approved, declined and withdrawn",
        "instance": "/v1/accounts/auxer-to-kattosko/terms-amendments/8d736a79-42c3-800d-8000-000000000011/approval",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/decision",
            "code": "format",
            "detail": "decision: the decision is one of approved, declined and withdrawn"
          }
        ]
      }
      """;

  /** Already decided. */
  static final String ALREADY_DECIDED =
      """
      {
        "type": "urn:tradecredit:problem:amendment-already-decided",
        "title": "The amendment was decided before",
        "status": 409,
        "detail": "The amendment was withdrawn on 2001-06-01 (entry 18). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/terms-amendments/8d736a79-42c3-800d-8000-000000000011/approval",
        "code": "amendment-already-decided",
        "retryMaySucceed": false,
        "state": "withdrawn",
        "sequence": 18,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.569938Z",
        "account": {"sequence": 18, "balance": "49217.55", "availableCredit": "782.45", "standing": "good"}
      }
      """;

  /** Approval by same side. */
  static final String APPROVAL_BY_SAME_SIDE =
      """
      {
        "type": "urn:tradecredit:problem:approval-by-proposing-side",
        "title": "The side that proposed it does not decide it",
        "status": 422,
        "detail": "auxer-telecom proposed it: the other side approves or declines it, and auxer-telecom may only withdraw it. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/terms-amendments/8d736a79-42c3-800d-8000-000000000011/approval",
        "code": "approval-by-proposing-side",
        "retryMaySucceed": false,
        "proposedBy": "auxer-telecom",
        "decidedAt": "2026-11-22T16:06:45.544764Z",
        "account": {"sequence": 17, "balance": "49217.55", "availableCredit": "782.45", "standing": "good"}
      }
      """;

  /** Amendments. */
  static final String AMENDMENTS =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-800d-8000-000000000011",
            "accountId": "auxer-to-kattosko",
            "sequence": 17,
            "side": "auxer-telecom",
            "effectiveDate": "2001-07-01",
            "creditLimit": "40000.00",
            "netDays": null,
            "discounts": null,
            "thresholds": null,
            "reason": "The season is over",
            "status": "withdrawn",
            "proposedBy": "auxer-telecom/key:h3v8n5rt",
            "proposedOn": "2001-06-01",
            "decision": {
              "id": "8d736a79-42c3-800e-8000-000000000012",
              "sequence": 18,
              "decision": "withdrawn",
              "note": "We would rather talk first",
              "decidedBy": "auxer-telecom/key:h3v8n5rt",
              "decidedOn": "2001-06-01"
            },
            "account": null
          }
        ],
        "nextCursor": null
      }
      """;

  /** Terms. */
  static final String TERMS =
      """
      {
        "accountId": "auxer-to-kattosko",
        "asOf": "2001-06-01",
        "version": 1,
        "terms": {
          "creditLimit": "50000.00",
          "netDays": 21,
          "requiresGoodStanding": false,
          "discounts": {},
          "thresholds": [80, 95, 100]
        },
        "versions": [
          {
            "version": 1,
            "effectiveDate": "2001-05-16",
            "recordedAt": "2026-11-22T16:06:43.560239Z",
            "terms": {
              "creditLimit": "50000.00",
              "netDays": 21,
              "requiresGoodStanding": false,
              "discounts": {},
              "thresholds": [80, 95, 100]
            }
          }
        ]
      }
      """;

  private TermsExamples() {}
}
