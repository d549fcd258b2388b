package tradecredit.http.agreement;

/** Covenant checks as they are sent, and what the service answered. */
public final class CovenantExamples {

  /** Seller sells the Original to a customer of Kattosko. */
  public static final String SALE =
      """
      {
        "seller": "auxer-telecom",
        "product": "original",
        "customer": "kattosko-customer",
        "discount": "30",
        "date": "2001-06-01"
      }
      """;

  /** Clause 15 forbids it. */
  public static final String FORBIDDEN =
      """
      {
        "seller": "auxer-telecom",
        "product": "original",
        "customer": "kattosko-customer",
        "discount": "30",
        "date": "2001-06-01",
        "inForce": true,
        "allowed": false,
        "forbiddenBy": [
          {
            "clause": 15,
            "summary": "Seller does not sell the \\"Original\\", \\"Northern Star\\" or \\"African Voice\\" to Kattosko's customers, Quick Stop excepted.",
            "reason": "Seller may not sell Original, Northern Star or African Voice to customers of Kattosko Communications, Inc.",
            "cure": "Sell it to somebody who is no customer of Kattosko Communications, Inc.; or sell it to Quick Stop (Heider) (clause 14)."
          }
        ],
        "undecidedBy": [
          {
            "clause": 9,
            "summary": "Seller does not sell Clifton's ITG-serviced products to Clifton's customers, nor the \\"Original\\" or the \\"African Voice\\" above a certain discount.",
            "reason": "Seller may not sell Original at more than a certain discount, and nobody has stated which.",
            "cure": "State the discount in the agreement file, once both sides agree on it; or sell it at a discount of 0 %; or sell it to Quick Stop (Heider) (clause 14)."
          }
        ],
        "permittedBy": [],
        "setAside": [],
        "conditions": [
          {
            "clause": 10,
            "summary": "Kattosko keeps the trademarks with the Clifton Telecard Alliance logo, Auxer Telecom those of the cards that it serves except the \\"Original\\", which Seller does not print.",
            "reason": "Seller did not print the cards.",
            "cure": null
          }
        ]
      }
      """;

  /** The same to Quick Stop. */
  public static final String SALE_TO_QUICK_STOP =
      """
      {
        "seller": "auxer-telecom",
        "product": "original",
        "customer": "quick-stop",
        "discount": "30",
        "date": "2001-06-01"
      }
      """;

  /** Clause 14 sets clauses 9 and 15 aside. */
  public static final String ALLOWED =
      """
      {
        "seller": "auxer-telecom",
        "product": "original",
        "customer": "quick-stop",
        "discount": "30",
        "date": "2001-06-01",
        "inForce": true,
        "allowed": true,
        "forbiddenBy": [],
        "undecidedBy": [],
        "permittedBy": [
          {
            "clause": 14,
            "summary": "Seller may sell to Quick Stop (Heider) without any restriction.",
            "reason": "Seller may sell cards to Quick Stop (Heider).",
            "cure": null
          }
        ],
        "setAside": [
          {
            "clause": 9,
            "summary": "Seller does not sell Clifton's ITG-serviced products to Clifton's customers, nor the \\"Original\\" or the \\"African Voice\\" above a certain discount.",
            "reason": "Clause 14 sets it aside: Seller may sell cards to Quick Stop (Heider).",
            "cure": null
          },
          {
            "clause": 15,
            "summary": "Seller does not sell the \\"Original\\", \\"Northern Star\\" or \\"African Voice\\" to Kattosko's customers, Quick Stop excepted.",
            "reason": "Clause 14 sets it aside: Seller may sell cards to Quick Stop (Heider).",
            "cure": null
          }
        ],
        "conditions": [
          {
            "clause": 10,
            "summary": "Kattosko keeps the trademarks with the Clifton Telecard Alliance logo, Auxer Telecom those of the cards that it serves except the \\"Original\\", which Seller does not print.",
            "reason": "Seller did not print the cards.",
            "cure": null
          }
        ]
      }
      """;

  /** To anybody else it hangs on a discount that nobody has stated. */
  public static final String UNDECIDED =
      """
      {
        "seller": "auxer-telecom",
        "product": "original",
        "customer": "other-customer",
        "discount": "30",
        "date": "2001-06-01",
        "inForce": true,
        "allowed": null,
        "forbiddenBy": [],
        "undecidedBy": [
          {
            "clause": 9,
            "summary": "Seller does not sell Clifton's ITG-serviced products to Clifton's customers, nor the \\"Original\\" or the \\"African Voice\\" above a certain discount.",
            "reason": "Seller may not sell Original at more than a certain discount, and nobody has stated which.",
            "cure": "State the discount in the agreement file, once both sides agree on it; or sell it at a discount of 0 %; or sell it to Quick Stop (Heider) (clause 14)."
          }
        ],
        "permittedBy": [],
        "setAside": [],
        "conditions": [
          {
            "clause": 10,
            "summary": "Kattosko keeps the trademarks with the Clifton Telecard Alliance logo, Auxer Telecom those of the cards that it serves except the \\"Original\\", which Seller does not print.",
            "reason": "Seller did not print the cards.",
            "cure": null
          }
        ]
      }
      """;

  /** Names that the agreement does not know. */
  public static final String UNKNOWN_NAMES =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "the agreement knows no party, group or company auxer (and 2 more: see errors)",
        "instance": "/v1/agreements/clifton-telecard-2001/covenant-checks",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/seller",
            "code": "unknown-party",
            "detail": "the agreement knows no party, group or company auxer"
          },
          {
            "pointer": "/product",
            "code": "unknown-product",
            "detail": "the agreement knows no product or card orginal"
          },
          {
            "pointer": "/customer",
            "code": "unknown-customer",
            "detail": "the agreement knows no party, group or company heider"
          }
        ]
      }
      """;

  private CovenantExamples() {}
}
