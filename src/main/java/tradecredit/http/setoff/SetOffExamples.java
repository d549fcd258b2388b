package tradecredit.http.setoff;

/** Set-offs as they are sent, and what the service answered. */
public final class SetOffExamples {

  /** Proposal. */
  public static final String PROPOSAL =
      """
      {
        "reason": "Netting of June",
        "accounts": [
          {"accountId": "auxer-to-kattosko", "allocations": [{"invoiceNumber": "A-1", "amount": "2100.00"}]},
          {"accountId": "kattosko-to-seller", "allocations": [{"invoiceNumber": "K-1", "amount": "2100.00"}]}
        ]
      }
      """;

  /** Proposed. */
  public static final String PROPOSED =
      """
      {
        "id": "8d736a79-42c3-800f-8000-000000000002",
        "agreementId": "clifton-telecard-2001",
        "reason": "Netting of June",
        "currency": "USD",
        "amount": "2100.00",
        "status": "proposed",
        "side": "auxer-telecom",
        "proposedBy": "auxer-telecom/key:rptut8pn",
        "proposedOn": "2001-06-01",
        "accounts": [
          {
            "accountId": "auxer-to-kattosko",
            "sequence": 2,
            "allocations": [{"invoiceId": "8d736a79-42c3-8001-8000-000000000001", "invoiceNumber": "A-1", "amount": "2100.00"}],
            "account": {"sequence": 2, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"}
          },
          {
            "accountId": "kattosko-to-seller",
            "sequence": 2,
            "allocations": [{"invoiceId": "902c8b0b-554f-8001-8000-000000000001", "invoiceNumber": "K-1", "amount": "2100.00"}],
            "account": {"sequence": 2, "balance": "2100.00", "availableCredit": "47900.00", "standing": "good"}
          }
        ],
        "decision": null
      }
      """;

  /** Malformed. */
  public static final String MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "a set-off nets equal amounts: 2000.00 of auxer-to-kattosko is not 2100.00 of kattosko-to-seller",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/accounts",
            "code": "amounts-differ",
            "detail": "a set-off nets equal amounts: 2000.00 of auxer-to-kattosko is not 2100.00 of kattosko-to-seller"
          }
        ]
      }
      """;

  /** Exceeds open. */
  public static final String EXCEEDS_OPEN =
      """
      {
        "type": "urn:tradecredit:problem:allocation-exceeds-open-amount",
        "title": "The allocation exceeds the open, undisputed amount",
        "status": 422,
        "detail": "2100.01 is more than the 2100.00 that is open and undisputed of invoice K-1. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs",
        "code": "allocation-exceeds-open-amount",
        "retryMaySucceed": true,
        "openAmount": "2100.00",
        "decidedAt": "2026-11-22T18:35:46.221606Z",
        "account": {"sequence": 2, "balance": "2100.00", "availableCredit": "47900.00", "standing": "good"},
        "accountId": "kattosko-to-seller"
      }
      """;

  /** Approval. */
  public static final String APPROVAL =
      """
      {"decision": "approved", "note": "Agreed"}
      """;

  /** Approved. */
  public static final String APPROVED =
      """
      {
        "id": "8d736a79-42c3-8010-8000-000000000003",
        "setOffId": "8d736a79-42c3-800f-8000-000000000002",
        "agreementId": "clifton-telecard-2001",
        "decision": "approved",
        "note": "Agreed",
        "side": "kattosko",
        "currency": "USD",
        "amount": "2100.00",
        "decidedBy": "kattosko/key:9kj7mvei",
        "decidedOn": "2001-06-01",
        "accounts": [
          {
            "accountId": "auxer-to-kattosko",
            "sequence": 3,
            "allocations": [
              {
                "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
                "invoiceNumber": "A-1",
                "amount": "2100.00",
                "effectiveDate": "2001-06-01"
              }
            ],
            "account": {"sequence": 3, "balance": "24367.55", "availableCredit": "25632.45", "standing": "good"}
          },
          {
            "accountId": "kattosko-to-seller",
            "sequence": 3,
            "allocations": [
              {
                "invoiceId": "902c8b0b-554f-8001-8000-000000000001",
                "invoiceNumber": "K-1",
                "amount": "2100.00",
                "effectiveDate": "2001-06-01"
              }
            ],
            "account": {"sequence": 3, "balance": "0.00", "availableCredit": "50000.00", "standing": "good"}
          }
        ]
      }
      """;

  /** Approval malformed. */
  public static final String APPROVAL_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "decision: the decision is one of approved, declined and withdrawn",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs/8d736a79-42c3-800f-8000-000000000002/approval",
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
  public static final String ALREADY_DECIDED =
      """
      {
        "type": "urn:tradecredit:problem:set-off-already-decided",
        "title": "The set-off was decided before",
        "status": 409,
        "detail": "The set-off was approved on 2001-06-01 (entry 3). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs/8d736a79-42c3-800f-8000-000000000002/approval",
        "code": "set-off-already-decided",
        "retryMaySucceed": false,
        "state": "approved",
        "sequence": 3,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T18:35:46.243047Z",
        "account": {"sequence": 3, "balance": "24367.55", "availableCredit": "25632.45", "standing": "good"},
        "accountId": "auxer-to-kattosko"
      }
      """;

  /** Approval by same side. */
  public static final String APPROVAL_BY_SAME_SIDE =
      """
      {
        "type": "urn:tradecredit:problem:approval-by-proposing-side",
        "title": "The side that proposed it does not decide it",
        "status": 422,
        "detail": "auxer-telecom proposed it: the other side approves or declines it, and auxer-telecom may only withdraw it. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs/8d736a79-42c3-800f-8000-000000000002/approval",
        "code": "approval-by-proposing-side",
        "retryMaySucceed": false,
        "proposedBy": "auxer-telecom",
        "decidedAt": "2026-11-22T18:35:46.232160Z",
        "account": {"sequence": 2, "balance": "26467.55", "availableCredit": "23532.45", "standing": "good"},
        "accountId": "auxer-to-kattosko"
      }
      """;

  /** Key missing. */
  public static final String KEY_MISSING =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-missing",
        "title": "The idempotency key is not valid",
        "status": 400,
        "detail": "Every POST that changes the book needs an Idempotency-Key header.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs",
        "code": "idempotency-key-missing",
        "errors": [
          {
            "pointer": "header:Idempotency-Key",
            "code": "idempotency-key-missing",
            "detail": "Every POST that changes the book needs an Idempotency-Key header."
          }
        ]
      }
      """;

  /** Key reused. */
  public static final String KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs",
        "code": "idempotency-key-reused"
      }
      """;

  /** Set offs. */
  public static final String SET_OFFS =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-800f-8000-000000000002",
            "agreementId": "clifton-telecard-2001",
            "reason": "Netting of June",
            "currency": "USD",
            "amount": "2100.00",
            "status": "approved",
            "side": "auxer-telecom",
            "proposedBy": "auxer-telecom/key:rptut8pn",
            "proposedOn": "2001-06-01",
            "accounts": [
              {
                "accountId": "auxer-to-kattosko",
                "sequence": 2,
                "decisionSequence": 3,
                "allocations": [
                  {
                    "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
                    "invoiceNumber": "A-1",
                    "amount": "2100.00"
                  }
                ],
                "account": null
              },
              {
                "accountId": "kattosko-to-seller",
                "sequence": 2,
                "decisionSequence": 3,
                "allocations": [
                  {
                    "invoiceId": "902c8b0b-554f-8001-8000-000000000001",
                    "invoiceNumber": "K-1",
                    "amount": "2100.00"
                  }
                ],
                "account": null
              }
            ],
            "decision": {
              "id": "8d736a79-42c3-8010-8000-000000000003",
              "sequence": 3,
              "decision": "approved",
              "note": "Agreed",
              "decidedBy": "kattosko/key:9kj7mvei",
              "decidedOn": "2001-06-01"
            }
          }
        ],
        "nextCursor": null
      }
      """;

  /** Set off. */
  public static final String SET_OFF =
      """
      {
        "id": "8d736a79-42c3-800f-8000-000000000002",
        "agreementId": "clifton-telecard-2001",
        "reason": "Netting of June",
        "currency": "USD",
        "amount": "2100.00",
        "status": "approved",
        "side": "auxer-telecom",
        "proposedBy": "auxer-telecom/key:rptut8pn",
        "proposedOn": "2001-06-01",
        "accounts": [
          {
            "accountId": "auxer-to-kattosko",
            "sequence": 2,
            "decisionSequence": 3,
            "allocations": [{"invoiceId": "8d736a79-42c3-8001-8000-000000000001", "invoiceNumber": "A-1", "amount": "2100.00"}],
            "account": null
          },
          {
            "accountId": "kattosko-to-seller",
            "sequence": 2,
            "decisionSequence": 3,
            "allocations": [{"invoiceId": "902c8b0b-554f-8001-8000-000000000001", "invoiceNumber": "K-1", "amount": "2100.00"}],
            "account": null
          }
        ],
        "decision": {
          "id": "8d736a79-42c3-8010-8000-000000000003",
          "sequence": 3,
          "decision": "approved",
          "note": "Agreed",
          "decidedBy": "kattosko/key:9kj7mvei",
          "decidedOn": "2001-06-01"
        }
      }
      """;

  /** Cursor unknown. */
  public static final String CURSOR_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "cursor: this is no cursor of this list",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs",
        "code": "invalid-request",
        "errors": [{"pointer": "query:cursor", "code": "format", "detail": "cursor: this is no cursor of this list"}]
      }
      """;

  /** No set off. */
  public static final String NO_SET_OFF =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "The agreement has no set-off none.",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs/none",
        "code": "not-found"
      }
      """;

  /** Parameter unknown. */
  public static final String PARAMETER_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "there is no parameter asOf here",
        "instance": "/v1/agreements/clifton-telecard-2001/set-offs/8d736a79-42c3-800f-8000-000000000002",
        "code": "invalid-request",
        "errors": [{"pointer": "query:asOf", "code": "unknown-parameter", "detail": "there is no parameter asOf here"}]
      }
      """;

  private SetOffExamples() {}
}
