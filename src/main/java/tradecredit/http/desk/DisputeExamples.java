package tradecredit.http.desk;

/** Disputes as they are sent, and what the service answered. */
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
        "retryMaySucceed": true,
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

  private DisputeExamples() {}
}
