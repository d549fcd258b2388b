package tradecredit.http.note;

/** The promissory note as it is sent, and what the service answered. */
public final class NoteExamples {

  /** Nobody has recorded the note yet. */
  public static final String NOT_RECORDED =
      """
      {
        "type": "urn:tradecredit:problem:promissory-note-not-recorded",
        "title": "The promissory note is not recorded",
        "status": 404,
        "detail": "The sum of the note of clause 4 is not recorded yet: POST its principal to …/promissory-note first.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "promissory-note-not-recorded"
      }
      """;

  /** A note of 100,000.00. */
  public static final String NOTE =
      """
      {
        "principal": "100000.00"
      }
      """;

  /** The note as recorded. */
  public static final String NOTE_RECORDED =
      """
      {
        "agreementId": "clifton-telecard-2001",
        "clause": 4,
        "maker": "kattosko",
        "payee": "seller",
        "currency": "USD",
        "date": "2001-05-16",
        "principal": "100000.00",
        "asOf": "2001-06-01",
        "businessDate": "2001-06-01",
        "sequence": 1,
        "paid": "0.00",
        "unpaid": "100000.00",
        "due": "0.00",
        "late": "0.00",
        "instalments": [
          {
            "number": 1,
            "dueDate": "2001-11-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 2,
            "dueDate": "2001-12-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 3,
            "dueDate": "2002-01-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 4,
            "dueDate": "2002-02-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 5,
            "dueDate": "2002-03-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 6,
            "dueDate": "2002-04-12",
            "amount": "16666.70",
            "paid": "0.00",
            "unpaid": "16666.70",
            "status": "notDue",
            "daysLate": 0
          }
        ],
        "recordedAt": "2026-11-22T15:41:31.834995Z",
        "recordedBy": "auxer-telecom/key:bd4kx7qm"
      }
      """;

  /** A principal that is a JSON number. */
  public static final String NOTE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "principal must be a string, not a number",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "invalid-request",
        "errors": [
          {"pointer": "/principal", "code": "type", "detail": "principal must be a string, not a number"}
        ]
      }
      """;

  /** Less than a cent an instalment. */
  public static final String NOTE_TOO_SMALL =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "a note of 6 instalments is at least 0.06",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/principal",
            "code": "out-of-range",
            "detail": "a note of 6 instalments is at least 0.06"
          }
        ]
      }
      """;

  /** The note stands already. */
  public static final String ALREADY_RECORDED =
      """
      {
        "type": "urn:tradecredit:problem:promissory-note-already-recorded",
        "title": "The promissory note is already recorded",
        "status": 409,
        "detail": "A note of 100000.00 stands already; it is recorded once.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "promissory-note-already-recorded",
        "clause": 4,
        "retryMaySucceed": false,
        "principal": "100000.00",
        "recordedAt": "2026-11-22T15:41:31.834995Z",
        "recordedBy": "auxer-telecom/key:bd4kx7qm",
        "decidedAt": "2026-11-22T15:41:31.855862Z",
        "note": {"sequence": 1, "unpaid": "100000.00"}
      }
      """;

  /** The key has recorded another note. */
  public static final String KEY_REUSED =
      """
      {
        "type": "urn:tradecredit:problem:idempotency-key-reused",
        "title": "The idempotency key was used for another request",
        "status": 422,
        "detail": "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "idempotency-key-reused"
      }
      """;

  /** The note on the day its second instalment is due. */
  public static final String NOTE_LATE =
      """
      {
        "agreementId": "clifton-telecard-2001",
        "clause": 4,
        "maker": "kattosko",
        "payee": "seller",
        "currency": "USD",
        "date": "2001-05-16",
        "principal": "100000.00",
        "asOf": "2001-12-12",
        "businessDate": "2001-12-12",
        "sequence": 3,
        "paid": "11666.70",
        "unpaid": "88333.30",
        "due": "23333.32",
        "late": "6666.66",
        "instalments": [
          {
            "number": 1,
            "dueDate": "2001-11-12",
            "amount": "16666.66",
            "paid": "10000.00",
            "unpaid": "6666.66",
            "status": "late",
            "daysLate": 30
          },
          {
            "number": 2,
            "dueDate": "2001-12-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "due",
            "daysLate": 0
          },
          {
            "number": 3,
            "dueDate": "2002-01-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 4,
            "dueDate": "2002-02-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 5,
            "dueDate": "2002-03-12",
            "amount": "16666.66",
            "paid": "0.00",
            "unpaid": "16666.66",
            "status": "notDue",
            "daysLate": 0
          },
          {
            "number": 6,
            "dueDate": "2002-04-12",
            "amount": "16666.70",
            "paid": "1666.70",
            "unpaid": "15000.00",
            "status": "notDue",
            "daysLate": 0
          }
        ],
        "recordedAt": "2026-11-22T15:41:31.834995Z",
        "recordedBy": "auxer-telecom/key:bd4kx7qm"
      }
      """;

  /** A day in another form. */
  public static final String NOTE_AS_OF_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "asOf: \\"today\\" is not a date as YYYY-MM-DD",
        "instance": "/v1/agreements/clifton-telecard-2001/promissory-note",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:asOf",
            "code": "format",
            "detail": "asOf: \\"today\\" is not a date as YYYY-MM-DD"
          }
        ]
      }
      """;

  private NoteExamples() {}
}
