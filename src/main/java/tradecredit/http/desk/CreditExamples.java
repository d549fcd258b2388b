package tradecredit.http.desk;

/** Credit notes and write-offs as they are sent, and what the service answered. */
final class CreditExamples {

  /** Credit note. */
  static final String CREDIT_NOTE =
      """
      {
        "number": "CR-77",
        "creditDate": "2001-06-01",
        "reason": "Two cartons were short",
        "amount": "250.00",
        "invoiceNumber": "AT-1002"
      }
      """;

  /** Credit note posted. */
  static final String CREDIT_NOTE_POSTED =
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
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
            "invoiceNumber": "AT-1002",
            "amount": "250.00",
            "effectiveDate": "2001-06-01"
          }
        ],
        "unappliedCredit": "0.00",
        "account": {"sequence": 7, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Credit note malformed. */
  static final String CREDIT_NOTE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "number: CN- followed by digits is how the book numbers the credit notes of upheld disputes",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/number",
            "code": "format",
            "detail": "number: CN- followed by digits is how the book numbers the credit notes of upheld disputes"
          }
        ]
      }
      """;

  /** Credit note taken. */
  static final String CREDIT_NOTE_TAKEN =
      """
      {
        "type": "urn:tradecredit:problem:credit-note-number-taken",
        "title": "This credit note number is taken",
        "status": 409,
        "detail": "Credit note CR-77 is already in the book. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes",
        "code": "credit-note-number-taken",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T16:06:45.043837Z",
        "account": {"sequence": 7, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Credit note exceeds. */
  static final String CREDIT_NOTE_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:allocation-exceeds-open-amount",
        "title": "The allocation exceeds the open, undisputed amount",
        "status": 422,
        "detail": "20000.00 is more than the 13750.00 that is open and undisputed of invoice AT-1002. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes",
        "code": "allocation-exceeds-open-amount",
        "retryMaySucceed": true,
        "openAmount": "13750.00",
        "decidedAt": "2026-11-22T16:06:45.061551Z",
        "account": {"sequence": 7, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Reallocation. */
  static final String REALLOCATION =
      """
      {"allocations": [{"invoiceNumber": "AT-1003", "amount": "200.00"}]}
      """;

  /** Reallocated. */
  static final String REALLOCATED =
      """
      {
        "id": "8d736a79-42c3-8004-8000-000000000014",
        "creditNoteId": "8d736a79-42c3-8005-8000-000000000007",
        "number": "CR-77",
        "accountId": "auxer-to-kattosko",
        "sequence": 20,
        "effectiveDate": "2001-06-29",
        "currency": "USD",
        "lifted": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-000000000002",
            "invoiceNumber": "AT-1002",
            "amount": "250.00",
            "effectiveDate": "2001-06-29"
          }
        ],
        "allocations": [
          {
            "invoiceId": "8d736a79-42c3-8001-8000-00000000000e",
            "invoiceNumber": "AT-1003",
            "amount": "200.00",
            "effectiveDate": "2001-06-29"
          }
        ],
        "unappliedCredit": "50.00",
        "account": {
          "sequence": 20,
          "balance": "29217.55",
          "availableCredit": "20782.45",
          "standing": "notGood"
        }
      }
      """;

  /** Reallocation malformed. */
  static final String REALLOCATION_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "allocations is required; it may be empty",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes/8d736a79-42c3-8005-8000-000000000007/allocations",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/allocations",
            "code": "required",
            "detail": "allocations is required; it may be empty"
          }
        ]
      }
      """;

  /** Reallocation exceeds. */
  static final String REALLOCATION_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:allocations-exceed-payment",
        "title": "The allocations exceed the payment",
        "status": 422,
        "detail": "The allocations of 251.00 are more than the credit note of 250.00. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes/8d736a79-42c3-8005-8000-000000000007/allocations",
        "code": "allocations-exceed-payment",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T18:58:12.060232Z",
        "account": {
          "sequence": 20,
          "balance": "29217.55",
          "availableCredit": "20782.45",
          "standing": "notGood"
        }
      }
      """;

  /** Reallocation of dispute. */
  static final String REALLOCATION_OF_DISPUTE =
      """
      {
        "type": "urn:tradecredit:problem:credit-note-of-dispute",
        "title": "The credit note of a dispute stays with its invoice",
        "status": 422,
        "detail": "Credit note CN-11 is what an upheld dispute took off its invoice; it is not applied to another. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/credit-notes/8d736a79-42c3-8005-8000-00000000000b/allocations",
        "code": "credit-note-of-dispute",
        "retryMaySucceed": false,
        "decidedAt": "2026-11-22T18:58:12.471656Z",
        "account": {
          "sequence": 20,
          "balance": "29217.55",
          "availableCredit": "20782.45",
          "standing": "notGood"
        }
      }
      """;

  /** Write off. */
  static final String WRITE_OFF =
      """
      {"invoiceNumber": "AT-1001", "amount": "17.55", "reason": "Not worth collecting"}
      """;

  /** Write off proposed. */
  static final String WRITE_OFF_PROPOSED =
      """
      {
        "id": "8d736a79-42c3-8006-8000-000000000008",
        "accountId": "auxer-to-kattosko",
        "sequence": 8,
        "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
        "invoiceNumber": "AT-1001",
        "currency": "USD",
        "amount": "17.55",
        "reason": "Not worth collecting",
        "status": "proposed",
        "proposedBy": "auxer-telecom/key:h3v8n5rt",
        "proposedOn": "2001-06-01",
        "decision": null,
        "account": {"sequence": 8, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Write off malformed. */
  static final String WRITE_OFF_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "invoiceNumber is required",
        "instance": "/v1/accounts/auxer-to-kattosko/write-offs",
        "code": "invalid-request",
        "errors": [{"pointer": "/invoiceNumber", "code": "required", "detail": "invoiceNumber is required"}]
      }
      """;

  /** Write off exceeds. */
  static final String WRITE_OFF_EXCEEDS =
      """
      {
        "type": "urn:tradecredit:problem:write-off-exceeds-open-amount",
        "title": "The write-off exceeds the open, undisputed amount",
        "status": 422,
        "detail": "99999.00 is more than the 22467.55 that is open and undisputed of invoice AT-1001. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/write-offs",
        "code": "write-off-exceeds-open-amount",
        "retryMaySucceed": true,
        "most": "22467.55",
        "decidedAt": "2026-11-22T16:06:45.094607Z",
        "account": {"sequence": 8, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Withdrawal. */
  static final String WITHDRAWAL =
      """
      {"decision": "withdrawn", "note": "Kattosko has offered to pay it"}
      """;

  /** Write off withdrawn. */
  static final String WRITE_OFF_WITHDRAWN =
      """
      {
        "id": "8d736a79-42c3-8007-8000-000000000009",
        "writeOffId": "8d736a79-42c3-8006-8000-000000000008",
        "accountId": "auxer-to-kattosko",
        "sequence": 9,
        "invoiceNumber": "AT-1001",
        "currency": "USD",
        "amount": "17.55",
        "decision": "withdrawn",
        "note": "Kattosko has offered to pay it",
        "decidedBy": "auxer-telecom/key:h3v8n5rt",
        "effectiveDate": "2001-06-01",
        "account": {"sequence": 9, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
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
        "instance": "/v1/accounts/auxer-to-kattosko/write-offs/8d736a79-42c3-8006-8000-000000000008/approval",
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

  /** Write off decided. */
  static final String WRITE_OFF_DECIDED =
      """
      {
        "type": "urn:tradecredit:problem:write-off-already-decided",
        "title": "The write-off was decided before",
        "status": 409,
        "detail": "The write-off was withdrawn on 2001-06-01 (entry 9). To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/write-offs/8d736a79-42c3-8006-8000-000000000008/approval",
        "code": "write-off-already-decided",
        "retryMaySucceed": false,
        "state": "withdrawn",
        "sequence": 9,
        "date": "2001-06-01",
        "decidedAt": "2026-11-22T16:06:45.147692Z",
        "account": {"sequence": 9, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Approval by proposer. */
  static final String APPROVAL_BY_PROPOSER =
      """
      {
        "type": "urn:tradecredit:problem:approval-by-proposer",
        "title": "Who proposed it does not decide it",
        "status": 422,
        "detail": "auxer-telecom/key:h3v8n5rt proposed it: another controller approves or declines it, and auxer-telecom/key:h3v8n5rt may only withdraw it. To try again, send it with a new Idempotency-Key.",
        "instance": "/v1/accounts/auxer-to-kattosko/write-offs/8d736a79-42c3-8006-8000-000000000008/approval",
        "code": "approval-by-proposer",
        "retryMaySucceed": false,
        "proposedBy": "auxer-telecom/key:h3v8n5rt",
        "decidedAt": "2026-11-22T16:06:45.108232Z",
        "account": {"sequence": 8, "balance": "36217.55", "availableCredit": "13782.45", "standing": "notGood"}
      }
      """;

  /** Write offs. */
  static final String WRITE_OFFS =
      """
      {
        "items": [
          {
            "id": "8d736a79-42c3-8006-8000-000000000008",
            "accountId": "auxer-to-kattosko",
            "sequence": 8,
            "invoiceId": "8d736a79-42c3-8001-8000-000000000001",
            "invoiceNumber": "AT-1001",
            "currency": "USD",
            "amount": "17.55",
            "reason": "Not worth collecting",
            "status": "withdrawn",
            "proposedBy": "auxer-telecom/key:h3v8n5rt",
            "proposedOn": "2001-06-01",
            "decision": {
              "id": "8d736a79-42c3-8007-8000-000000000009",
              "sequence": 9,
              "decision": "withdrawn",
              "note": "Kattosko has offered to pay it",
              "decidedBy": "auxer-telecom/key:h3v8n5rt",
              "decidedOn": "2001-06-01"
            },
            "account": null
          }
        ],
        "nextCursor": null
      }
      """;

  private CreditExamples() {}
}
