package tradecredit.http.agreement;

/** Answers about the agreement and the business date, as the service gave them. */
public final class AgreementExamples {

  /** The agreements; of the clauses and the products two each. */
  static final String AGREEMENTS =
      """
      {
        "items": [
          {
            "id": "clifton-telecard-2001",
            "title": "Stock Purchase Agreement on Clifton Telecard, Inc., effective May 16, 2001",
            "effectiveDate": "2001-05-16",
            "timeZone": "America/New_York",
            "currency": "USD",
            "businessDate": "2001-05-16",
            "parties": [
              {"id": "auxer-group", "name": "The Auxer Group, Inc.", "group": "seller"},
              {"id": "auxer-telecom", "name": "Auxer Telecom, Inc.", "group": "seller"},
              {"id": "ct-industries", "name": "CT Industries, Inc.", "group": "seller"},
              {"id": "kattosko", "name": "Kattosko Communications, Inc.", "group": null}
            ],
            "clauses": [
              {
                "number": 5,
                "summary": "Kattosko may buy phone cards from Auxer Telecom, net 21 days, owing at most $50,000, at the current discounts, provided that the goods work.",
                "treatment": "enforced",
                "how": "Account auxer-to-kattosko. An invoice that would leave the balance above the limit is refused; one that reaches it exactly is not. An invoice is due its account's net days after its date. A discount is held to only where one is pinned. Whether goods work is for the two sides to settle: the book does not test cards."
              },
              {
                "number": 17,
                "summary": "Seller makes no phone cards with Total Call, Inc. for one year from May 16, 2001.",
                "treatment": "enforced",
                "how": "An invoice for total-call that is dated before May 16, 2002 is refused. What Seller makes without invoicing it here, the book cannot see."
              }
            ],
            "accounts": [
              {
                "id": "auxer-to-kattosko",
                "supplier": "auxer-telecom",
                "buyer": "kattosko",
                "clause": 5,
                "terms": {
                  "creditLimit": "50000.00",
                  "netDays": 21,
                  "requiresGoodStanding": false,
                  "discounts": {},
                  "thresholds": [80, 95, 100]
                }
              },
              {
                "id": "kattosko-to-seller",
                "supplier": "kattosko",
                "buyer": "seller",
                "clause": 6,
                "terms": {
                  "creditLimit": "50000.00",
                  "netDays": 21,
                  "requiresGoodStanding": true,
                  "discounts": {},
                  "thresholds": [80, 95, 100]
                }
              }
            ],
            "products": [
              {
                "id": "auxer-direct",
                "name": "Auxer Direct",
                "soldOn": ["auxer-to-kattosko"],
                "restriction": null
              },
              {
                "id": "total-call",
                "name": "Total Call",
                "soldOn": ["auxer-to-kattosko"],
                "restriction": {
                  "clause": 17,
                  "allowedFrom": "2002-05-16",
                  "reason": "Seller makes no cards with Total Call, Inc. for one year from May 16, 2001."
                }
              }
            ]
          }
        ],
        "nextCursor": null
      }
      """;

  /** The agreement; of its clauses and products two each. */
  static final String AGREEMENT =
      """
      {
        "id": "clifton-telecard-2001",
        "title": "Stock Purchase Agreement on Clifton Telecard, Inc., effective May 16, 2001",
        "effectiveDate": "2001-05-16",
        "timeZone": "America/New_York",
        "currency": "USD",
        "businessDate": "2001-05-16",
        "parties": [
          {"id": "auxer-group", "name": "The Auxer Group, Inc.", "group": "seller"},
          {"id": "auxer-telecom", "name": "Auxer Telecom, Inc.", "group": "seller"},
          {"id": "ct-industries", "name": "CT Industries, Inc.", "group": "seller"},
          {"id": "kattosko", "name": "Kattosko Communications, Inc.", "group": null}
        ],
        "clauses": [
          {
            "number": 5,
            "summary": "Kattosko may buy phone cards from Auxer Telecom, net 21 days, owing at most $50,000, at the current discounts, provided that the goods work.",
            "treatment": "enforced",
            "how": "Account auxer-to-kattosko. An invoice that would leave the balance above the limit is refused; one that reaches it exactly is not. An invoice is due its account's net days after its date. A discount is held to only where one is pinned. Whether goods work is for the two sides to settle: the book does not test cards."
          },
          {
            "number": 17,
            "summary": "Seller makes no phone cards with Total Call, Inc. for one year from May 16, 2001.",
            "treatment": "enforced",
            "how": "An invoice for total-call that is dated before May 16, 2002 is refused. What Seller makes without invoicing it here, the book cannot see."
          }
        ],
        "accounts": [
          {
            "id": "auxer-to-kattosko",
            "supplier": "auxer-telecom",
            "buyer": "kattosko",
            "clause": 5,
            "terms": {
              "creditLimit": "50000.00",
              "netDays": 21,
              "requiresGoodStanding": false,
              "discounts": {},
              "thresholds": [80, 95, 100]
            }
          },
          {
            "id": "kattosko-to-seller",
            "supplier": "kattosko",
            "buyer": "seller",
            "clause": 6,
            "terms": {
              "creditLimit": "50000.00",
              "netDays": 21,
              "requiresGoodStanding": true,
              "discounts": {},
              "thresholds": [80, 95, 100]
            }
          }
        ],
        "products": [
          {
            "id": "auxer-direct",
            "name": "Auxer Direct",
            "soldOn": ["auxer-to-kattosko"],
            "restriction": null
          },
          {
            "id": "total-call",
            "name": "Total Call",
            "soldOn": ["auxer-to-kattosko"],
            "restriction": {
              "clause": 17,
              "allowedFrom": "2002-05-16",
              "reason": "Seller makes no cards with Total Call, Inc. for one year from May 16, 2001."
            }
          }
        ]
      }
      """;

  /** The business date. */
  public static final String BUSINESS_DATE =
      """
      {
        "date": "2001-06-01",
        "mode": "manual",
        "timeZone": "America/New_York"
      }
      """;

  /** A business date to set. */
  public static final String ADVANCE =
      """
      {
        "date": "2001-06-01"
      }
      """;

  /** The business date follows the clock. */
  public static final String DATE_NOT_MANUAL =
      """
      {
        "type": "urn:tradecredit:problem:business-date-not-manual",
        "title": "The business date is not set by hand",
        "status": 409,
        "detail": "The business date is today in America/New_York; only with tradecredit.business-date.mode=manual is it set by hand.",
        "instance": "/v1/business-date",
        "code": "business-date-not-manual"
      }
      """;

  /** The business date would move back. */
  public static final String DATE_MOVES_BACK =
      """
      {
        "type": "urn:tradecredit:problem:business-date-moves-back",
        "title": "The business date never moves back",
        "status": 409,
        "detail": "The business date is 2001-06-01; it can stay or move forwards, not back to 2001-05-31.",
        "instance": "/v1/business-date",
        "code": "business-date-moves-back"
      }
      """;

  /** A date in another form. */
  public static final String DATE_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "date: \\"01/06/2001\\" is not a date as YYYY-MM-DD",
        "instance": "/v1/business-date",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/date",
            "code": "format",
            "detail": "date: \\"01/06/2001\\" is not a date as YYYY-MM-DD"
          }
        ]
      }
      """;

  private AgreementExamples() {}
}
