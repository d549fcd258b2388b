package tradecredit.http.document;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;

/**
 * The head of the OpenAPI document, which the build generates from the controllers and these
 * annotations. {@code openapi/trade-credit-ledger.yml} is the accepted copy; a test holds the two
 * together.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Trade Credit Ledger",
            version = "1.0",
            description =
                """
                The book that two companies share: reciprocal trade credit accounts, posted, limited and aged.

                **Money** is a decimal string with two places, `"1250.00"`, in the currency of the account. A JSON \
                number, another scale or a negative amount is a 400. **Dates** are `YYYY-MM-DD`, instants RFC 3339 in \
                UTC, both from 0001-01-01 to 9998-12-31. **Lengths** of texts are in UTF-16 units: a character beyond \
                U+FFFF, as an emoji, counts twice. **Texts** hold no control characters and no unpaired surrogates, and a `reason` or a `note` is not blank. \
                Unknown fields and unknown query parameters are refused by name.

                **Every POST that changes the book needs an `Idempotency-Key`.** The same key with the same request \
                gets the first answer again, with `Idempotency-Replayed: true`, refusals included; with another \
                request it is a 422 `idempotency-key-reused`. Only outcomes of the book (2xx and refusals) use a key \
                up: after a 400, 401, 403, 404, 406, 412, 413, 415, 429 or 503 the same key may be sent again. A refused invoice does not take \
                its number; to try again, send it with a new key. `DELETE` of a hold may have a key, too, but needs none.

                **Errors** are `application/problem+json` (RFC 9457) on every path. Besides the answers listed here, \
                any path may answer 405 with `Allow`, 414 and 431 where the head is too long, 500, and 505 where it is \
                not HTTP/1; any operation that takes no body 413 and 415 where one is sent that is too large or \
                compressed; and any but a `GET` 412 where it is asked for on a condition (`If-Match`, `If-None-Match: *`): nothing is changed here on one. Every `code` is listed at `Problem` and `Fault`.

                **Every request proves who sends it** with `Authorization: Bearer` and an API key (`tcl_...`) or, where \
                the operator has named a provider, its token. What there is depends on the caller's party: an account \
                that it is not on is a 404. Each operation names the roles it is for; on an account, postings are for \
                its supplier alone. Every answer carries `X-Request-Id`.

                **Lists** are `{"items", "nextCursor"}` with `Link: <...>; rel="next"` where there is a next page.

                Members that are null are written in answers, but for a `Problem`'s own, for that of `invoice` and \
                `problem` which an outcome of a batch or an import has not, and for `decisionSequence` of a set-off that \
                is not decided.
                """),
    servers = {
      @Server(url = "http://127.0.0.1:8080", description = "Where the service listens by default"),
      @Server(url = "/", description = "Where this document came from")
    },
    tags = {
      @Tag(name = ApiDocument.AGREEMENT, description = "Parties, clauses, accounts and products"),
      @Tag(
          name = ApiDocument.PROMISSORY_NOTE,
          description = "Its instalments, and payments on them: part of no account"),
      @Tag(
          name = ApiDocument.COVENANTS,
          description = "Who may sell which cards to whom, by which clause"),
      @Tag(name = ApiDocument.BUSINESS_DATE, description = "The book's today"),
      @Tag(
          name = ApiDocument.ACCOUNTS,
          description = "Balances and agings, today and as of any day"),
      @Tag(
          name = ApiDocument.INVOICES,
          description = "Posted one by one, in batches and from files"),
      @Tag(name = ApiDocument.PAYMENTS, description = "Posted and applied to invoices"),
      @Tag(name = ApiDocument.CREDITS, description = "Credit notes and write-offs"),
      @Tag(name = ApiDocument.DISPUTES, description = "Goods not in good working condition"),
      @Tag(name = ApiDocument.DESK, description = "Holds and breaches of the limit"),
      @Tag(name = ApiDocument.TERMS, description = "Terms and their amendments"),
      @Tag(name = ApiDocument.STANDING, description = "Standing as a dated record"),
      @Tag(name = ApiDocument.CREDIT_CHECKS, description = "The decision before the posting"),
      @Tag(name = ApiDocument.RECORDS, description = "The immutable entries, decisions and events"),
      @Tag(
          name = ApiDocument.WEBHOOKS,
          description = "Events sent to endpoints, signed according to Standard Webhooks"),
      @Tag(name = ApiDocument.ACCESS, description = "Keys, and what was done and denied")
    })
@SecurityScheme(
    name = ApiAccess.KEY,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "tcl_<8>_<43>",
    description = "An API key. It belongs to a party and has roles.")
@SecurityScheme(
    name = ApiAccess.TOKEN,
    type = SecuritySchemeType.OPENIDCONNECT,
    openIdConnectUrl = "https://identity.example/.well-known/openid-configuration",
    description =
        "A token of the OpenID provider that the operator has named, if any; its claims name the party and the roles.")
public final class ApiDocument {

  public static final String AGREEMENT = "Agreement";
  public static final String PROMISSORY_NOTE = "Promissory note";
  public static final String COVENANTS = "Covenants";
  public static final String BUSINESS_DATE = "Business date";
  public static final String ACCOUNTS = "Accounts";
  public static final String INVOICES = "Invoices";
  public static final String PAYMENTS = "Payments";
  public static final String CREDITS = "Credit notes and write-offs";
  public static final String DISPUTES = "Disputes";
  public static final String DESK = "Holds and breaches";
  public static final String TERMS = "Terms";
  public static final String STANDING = "Standing";
  public static final String CREDIT_CHECKS = "Credit checks";
  public static final String RECORDS = "Records";
  public static final String WEBHOOKS = "Webhooks";
  public static final String ACCESS = "Access";

  public static final String CSV = "text/csv";

  public static final String KEY = "Idempotency-Key";
  public static final String KEY_PATTERN = "^[!-~]{1,255}$";
  public static final String KEY_SAMPLE = "3f6c1a52-0d6e-4b1e-9b7e-0d6f3a1c7a01";
  public static final String ABOUT_KEY =
      "Names this posting: 1 to 255 visible ASCII characters, a new one for each new posting.";

  public static final String REPLAYED = "Idempotency-Replayed";
  public static final String ABOUT_REPLAYED =
      "true where this is the first answer to the key once more; else left out";
  public static final String LOCATION = "Location";
  public static final String ABOUT_LOCATION = "Where it can be read";
  public static final String ABOUT_LINK =
      "The next page, as <...>; rel=\"next\" (RFC 8288); left out on the last page";
  public static final String ABOUT_CURSOR =
      "nextCursor of the page before; without it, the first page.";
  public static final String ABOUT_LIMIT = "How many items a page has.";
  public static final String ABOUT_LIMIT_OR_FEWER =
      "How many items a page has. It has fewer where they are long (10,000 lines, credits or parts together, as shipped); nextCursor tells whether more follow.";
  public static final String ABOUT_AS_OF =
      "The day; without it, the business date. It may be past or future.";

  public static final String ABOUT_KNOWN_AT =
      "As the book knew it at that instant (RFC 3339), not after now. With asOf too, a figure never changes again.";

  private ApiDocument() {}
}
