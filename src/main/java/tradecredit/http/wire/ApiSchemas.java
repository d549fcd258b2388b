package tradecredit.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What texts look like on the wire, for the OpenAPI document. Each stands on a record component or
 * parameter and is gone after the compiler: the running service carries none of it.
 */
public final class ApiSchemas {

  static final String MONEY = "^(0|[1-9][0-9]{0,9})\\.[0-9]{2}$";
  static final String PERCENT = "^(0|[1-9][0-9]?)(\\.[0-9]{1,2})?$";

  /** An id: lower-case letters, digits and hyphens. */
  public static final String SLUG = "^[a-z0-9][a-z0-9-]{0,63}$";

  /** 1 to 64 printable ASCII characters, no space at either end. */
  public static final String PRINTABLE = "^[!-~]([ -~]{0,62}[!-~])?$";

  /** Something in it is no blank. */
  static final String REASON = "^\\s*\\S[\\s\\S]*$";

  private ApiSchemas() {}

  /** A body that is sent: of it, what may be null may be left out. Answers leave nothing out. */
  @Retention(RetentionPolicy.SOURCE)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public @interface Sent {}

  /** An amount as it is sent: not negative, at most 9999999999.99. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = MONEY, example = "1250.00")
  public @interface Money {}

  /** An amount as it is answered: it may be negative, and a sum is not bounded. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^-?(0|[1-9][0-9]*)\\.[0-9]{2}$")
  public @interface Amount {}

  /** The limit of an amendment, in an answer: it may be null, and is there all the same. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = MONEY, requiredMode = Schema.RequiredMode.REQUIRED)
  public @interface AmendedLimit {}

  /** A discount in percent, from 0 to below 100, at most two decimals. */
  @Retention(RetentionPolicy.SOURCE)
  @Target({
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
  })
  @Schema(type = "string", pattern = PERCENT, example = "33.33")
  public @interface Percent {}

  /** Thresholds, in percent of the limit. */
  @Retention(RetentionPolicy.SOURCE)
  @ArraySchema(
      schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100"),
      minItems = 1,
      maxItems = 20)
  public @interface Thresholds {}

  /** An invoice number or a payment reference. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = PRINTABLE, minLength = 1, maxLength = 64, example = "AT-1001")
  public @interface DocumentNumber {}

  /** A party, or the operator. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = SLUG, example = "kattosko")
  public @interface Slug {}

  /**
   * How an account stands behind a posting; the generator passes over what Javadoc says of an
   * object that may be null.
   */
  @Retention(RetentionPolicy.SOURCE)
  @JsonPropertyDescription("the account as this posting left it; null where it is only read")
  public @interface AccountAfter {}

  /** Free text. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", maxLength = 500)
  public @interface Text {}

  /** Free text that says something: not empty, and more than blanks. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = REASON, minLength = 1, maxLength = 500)
  public @interface Reason {}

  /** The currency, always the agreement's. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", minLength = 3, maxLength = 3, example = "USD")
  public @interface Currency {}

  /** Good or not. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"good", "notGood"})
  public @interface Standing {}

  /** What a decision came to. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"accepted", "refused"})
  public @interface Outcome {}

  /** What came of what an audit record tells. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"done", "denied"})
  public @interface AuditOutcome {}

  /** What became of an item or a row. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"accepted", "refused", "notPosted"})
  public @interface ItemStatus {}

  /** Whether something of an invoice is unpaid. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "paid"})
  public @interface InvoiceStatus {}

  /** What was decided of a proposal. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"approved", "declined", "withdrawn"})
  public @interface Verdict {}

  /** Where a proposal stands. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"proposed", "approved", "declined", "withdrawn"})
  public @interface ProposalStatus {}

  /** Where a dispute stands. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "upheld", "rejected"})
  public @interface DisputeStatus {}

  /** How a dispute ended. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"upheld", "rejected"})
  public @interface DisputeOutcome {}

  /** What became of a hold. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"placed", "lifted"})
  public @interface HoldStatus {}

  /** Whether a breach lasts. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "cured"})
  public @interface BreachStatus {}

  /** A card's serial number. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[A-Za-z-]{0,16}[0-9]{1,20}$", example = "AD-000990")
  public @interface Serial {}

  /** The kind of an entry and the type of its document. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {
        "invoice",
        "payment",
        "paymentReturn",
        "reallocation",
        "creditNote",
        "writeOff",
        "writeOffDecision",
        "dispute",
        "disputeResolution",
        "hold",
        "holdLift",
        "breachAcknowledgement",
        "termsAmendment",
        "amendmentDecision",
        "setOff",
        "setOffDecision"
      })
  public @interface Kind {}

  /** A reason against good standing. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"past-due", "over-limit", "returned-payment"})
  public @interface ReasonCode {}

  /** The type of an event. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {
        "invoice.posted",
        "payment.posted",
        "payment.returned",
        "payment.reallocated",
        "credit_note.posted",
        "credit_note.reallocated",
        "write_off.posted",
        "set_off.posted",
        "dispute.opened",
        "dispute.resolved",
        "hold.placed",
        "hold.lifted",
        "terms.amended",
        "credit_limit.posting_refused",
        "posting.refused",
        "credit_limit.threshold_crossed",
        "credit_limit.breached",
        "credit_limit.cured",
        "invoice.past_due",
        "standing.changed"
      })
  public @interface EventType {}

  /** A hash, in hexadecimal. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[0-9a-f]{64}$")
  public @interface Sha256 {}

  /** Roles, each once; as of types of events, that is said in words. */
  @Retention(RetentionPolicy.SOURCE)
  @ArraySchema(
      schema =
          @Schema(
              type = "string",
              allowableValues = {"clerk", "finance", "controller", "auditor", "admin"}),
      minItems = 1,
      maxItems = 5)
  public @interface Roles {}

  /** The id of an API key. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[a-z0-9]{8}$", example = "k3x9m2p7")
  public @interface KeyId {}

  /** The API key in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The key's id: its short part.",
      schema = @Schema(type = "string", pattern = "^[a-z0-9]{8}$"),
      example = "k3x9m2p7")
  public @interface KeyPath {}

  /** A body that its operation describes already. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(hidden = true)
  public @interface Described {}

  /** The account in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The account's id.",
      schema = @Schema(type = "string", pattern = SLUG),
      example = "auxer-to-kattosko")
  public @interface AccountPath {}

  /** The agreement in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The agreement's id.",
      schema = @Schema(type = "string", pattern = SLUG),
      example = "clifton-telecard-2001")
  public @interface AgreementPath {}

  /** The invoice in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The invoice's id: not its number.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8001-8000-000000000001")
  public @interface InvoicePath {}

  /** The payment in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The payment's id: not its reference.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8002-8000-000000000003")
  public @interface PaymentPath {}

  /** The payment on the promissory note in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The payment's id: the number of its entry on the note.",
      schema = @Schema(type = "string", pattern = "^[1-9][0-9]{0,17}$"),
      example = "2")
  public @interface NotePaymentPath {}

  /** The credit note in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The credit note's id: not its number.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8005-8000-000000000007")
  public @interface CreditNotePath {}

  /** The dispute in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The dispute's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8008-8000-000000000007")
  public @interface DisputePath {}

  /** The write-off in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The write-off's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8006-8000-000000000007")
  public @interface WriteOffPath {}

  /** The amendment in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The amendment's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-800d-8000-000000000007")
  public @interface AmendmentPath {}

  /** The set-off in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The set-off's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-800f-8000-000000000002")
  public @interface SetOffPath {}

  /** The breach in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The breach's number on the account.",
      schema = @Schema(type = "string", pattern = "^[1-9][0-9]{0,17}$"),
      example = "1")
  public @interface BreachPath {}
}
