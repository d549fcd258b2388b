package tradecredit.http;

/** Disputes, holds and breaches as they are sent, and what the service answered. */
final class DisputeExamples {

  /** Dispute. */
  static final String DISPUTE =
      """
      {
        "amount": "1400.00",
        "reason": "The cards of this carton do not connect",
        "cards": [{"first": "AD-000990", "last": "AD-001059"}]
      }
      """;

  /** Dispute opened. */
  static final String DISPUTE_OPENED =
      """
      {
        "id": "8d736a79-42c3-8008-8000-00000000000a",
        "accountId": "auxer-to-kattosko",
        "sequence": 10,
        "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
        "invoiceNumber": "AT-1002",
        "currency": "USD",
        "amount": "1400.00",
        "reason": "The cards of this carton do not connect",
        "cards": [{"first": "AD-000990", "last": "AD-001059"}],
        "status": "open",
        "openedBy": "kattosko/key:m4t8z1rs",
        "openedOn": "2001-06-01",
        "resolution": null,
        "account": {"sequence": 10, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Dispute malformed. */
  static final String DISPUTE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "the first card AD-000990 is after AD-000001",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/8d736a79-42c3-8001-8000-000000000002/disputes",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/cards/0/last",
            "code": "out-of-range",
            "detail": "the first card AD-000990 is after AD-000001"
          }
        ]
      }
      """;

  /** Cards in dispute. */
  static final String CARDS_IN_DISPUTE =
      """
      {
        "type": "urn:tradecredit:problem:cards-in-dispute",
        "title": "Some of the cards are in another dispute",
        "status": 422,
        "detail": "The cards AD-000990 to AD-001059 overlap AD-000990 to AD-001059 of the open dispute that entry 10 recorded; resolve that one first. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/8d736a79-42c3-8001-8000-000000000001/disputes",
        "code": "cards-in-dispute",
        "retryMaySucceed": true,
        "decidedAt": "2026-11-22T16:06:45.224385Z",
        "account": {"sequence": 10, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Dispute exceeds. */
  static final String DISPUTE_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:dispute-exceeds-open-amount",
        "title": "The dispute exceeds the open, undisputed amount",
        "status": 422,
        "detail": "99999.00 is more than the 12350.00 that is open and undisputed of invoice AT-1002. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/invoices/8d736a79-42c3-8001-8000-000000000002/disputes",
        "code": "dispute-exceeds-open-amount",
        "retryMaySucceed": false,
        "most": "12350.00",
        "decidedAt": "2026-11-22T16:06:45.250940Z",
        "account": {"sequence": 10, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Resolution. */
  static final String RESOLUTION =
      """
      {"outcome": "upheld", "amount": "1000.00", "note": "50 of the 70 cards are dead"}
      """;

  /** Resolved. */
  static final String RESOLVED =
      """
      {
        "id": "8d736a79-42c3-8009-8000-00000000000b",
        "disputeId": "8d736a79-42c3-8008-8000-00000000000a",
        "accountId": "auxer-to-kattosko",
        "sequence": 11,
        "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
        "invoiceNumber": "AT-1002",
        "currency": "USD",
        "outcome": "upheld",
        "disputed": "1400.00",
        "credited": "1000.00",
        "creditNote": "CN-11",
        "note": "50 of the 70 cards are dead",
        "resolvedBy": "auxer-telecom/key:h3v8n5rt",
        "effectiveDate": "2001-06-01",
        "account": {"sequence": 11, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** Resolution malformed. */
  static final String RESOLUTION_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "outcome: outcome is upheld or rejected",
        "instance": "/v1/accounts/auxer-to-kattosko/disputes/8d736a79-42c3-8008-8000-00000000000a/resolution",
        "code": "invalid-request",
        "errors": [{"pointer": "/outcome", "code": "format", "detail": "outcome: outcome is upheld or rejected"}]
      }
      """;

  /** Already resolved. */
  static final String ALREADY_RESOLVED =
      """
      {
        "type": "urn:tradecredit:problem:dispute-already-resolved",
        "title": "The dispute was resolved before",
        "status": 409,
        "detail": "The dispute was upheld on 2001-06-01 (entry 11). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/disputes/8d736a79-42c3-8008-8000-00000000000a/resolution",
        "code": "dispute-already-resolved",
        "retryMaySucceed": false,
        "state": "upheld",
        "sequence": 11,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.308693Z",
        "account": {"sequence": 11, "balance": "35217.55", "availableCredit": "14782.45", "standing": "notGood"}
      }
      """;

  /** Credit exceeds. */
  static final String CREDIT_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:credit-exceeds-dispute",
        "title": "The credit exceeds the disputed amount",
        "status": 422,
        "detail": "1500.00 is more than the 1400.00 that is disputed of invoice AT-1002. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/disputes/8d736a79-42c3-8008-8000-00000000000a/resolution",
        "code": "credit-exceeds-dispute",
        "retryMaySucceed": false,
        "most": "1400.00",
        "decidedAt": "2026-11-22T16:06:45.261818Z",
        "account": {"sequence": 10, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

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
        "state": "The delivery of May 31 is being looked into",
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

  /** Disputes. */
  static final String DISPUTES =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-8008-8000-00000000000a",
            "accountId": "auxer-to-kattosko",
            "sequence": 10,
            "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
            "invoiceNumber": "AT-1002",
            "currency": "USD",
            "amount": "1400.00",
            "reason": "The cards of this carton do not connect",
            "cards": [{"first": "AD-000990", "last": "AD-001059"}],
            "status": "upheld",
            "openedBy": "kattosko/key:m4t8z1rs",
            "openedOn": "2001-06-01",
            "resolution": {
              "id": "8d736a79-42c3-8009-8000-00000000000b",
              "sequence": 11,
              "credited": "1000.00",
              "creditNote": "CN-11",
              "note": "50 of the 70 cards are dead",
              "resolvedBy": "auxer-telecom/key:h3v8n5rt",
              "resolvedOn": "2001-06-01"
            },
            "account": null
          }
        ],
        "nextCursor": null
      }
      """;

  /** Status unknown. */
  static final String STATUS_UNKNOWN =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "status: \\"late\\" is neither open nor resolved",
        "instance": "/v1/accounts/auxer-to-kattosko/disputes",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:status",
            "code": "format",
            "detail": "status: \\"late\\" is neither open nor resolved"
          }
        ]
      }
      """;

  /** Dispute read. */
  static final String DISPUTE_READ =
      """
      {
        "id": "8d736a79-42c3-8008-8000-00000000000a",
        "accountId": "auxer-to-kattosko",
        "sequence": 10,
        "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
        "invoiceNumber": "AT-1002",
        "currency": "USD",
        "amount": "1400.00",
        "reason": "The cards of this carton do not connect",
        "cards": [{"first": "AD-000990", "last": "AD-001059"}],
        "status": "upheld",
        "openedBy": "kattosko/key:m4t8z1rs",
        "openedOn": "2001-06-01",
        "resolution": {
          "id": "8d736a79-42c3-8009-8000-00000000000b",
          "sequence": 11,
          "credited": "1000.00",
          "creditNote": "CN-11",
          "note": "50 of the 70 cards are dead",
          "resolvedBy": "auxer-telecom/key:h3v8n5rt",
          "resolvedOn": "2001-06-01"
        },
        "account": null
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

  private DisputeExamples() {}
}
