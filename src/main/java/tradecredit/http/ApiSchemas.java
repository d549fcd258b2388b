package tradecredit.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * What texts look like on the wire, for the OpenAPI document. Each stands on a record component or
 * parameter and is gone after the compiler: the running service carries none of it.
 */
final class ApiSchemas {

  static final String MONEY = "^(0|[1-9][0-9]{0,9})\\.[0-9]{2}$";
  static final String PERCENT = "^(0|[1-9][0-9]?)(\\.[0-9]{1,2})?$";
  static final String SLUG = "^[a-z0-9][a-z0-9-]{0,63}$";
  static final String PRINTABLE = "^[!-~]([ -~]{0,62}[!-~])?$";

  private ApiSchemas() {}

  /** An amount as it is sent: not negative, at most 9999999999.99. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = MONEY, example = "1250.00")
  @interface Money {}

  /** An amount as it is answered: it may be negative, and a sum is not bounded. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^-?(0|[1-9][0-9]*)\\.[0-9]{2}$")
  @interface Amount {}

  /** A discount in percent, from 0 to below 100, at most two decimals. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = PERCENT, example = "33.33")
  @interface Percent {}

  /** An invoice number or a payment reference. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = PRINTABLE, minLength = 1, maxLength = 64, example = "AT-1001")
  @interface DocumentNumber {}

  /** A party, or the operator. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = SLUG, example = "kattosko")
  @interface Slug {}

  /** Free text. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", maxLength = 500)
  @interface Text {}

  /** The currency, always the agreement's. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", minLength = 3, maxLength = 3, example = "USD")
  @interface Currency {}

  /** Good or not. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"good", "notGood"})
  @interface Standing {}

  /** What a decision came to. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"accepted", "refused"})
  @interface Outcome {}

  /** What came of what an audit record tells. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"done", "denied"})
  @interface AuditOutcome {}

  /** What became of an item or a row. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"accepted", "refused", "notPosted"})
  @interface ItemStatus {}

  /** Whether something of an invoice is unpaid. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "paid"})
  @interface InvoiceStatus {}

  /** What was decided of a proposal. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"approved", "declined", "withdrawn"})
  @interface Verdict {}

  /** Where a proposal stands. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"proposed", "approved", "declined", "withdrawn"})
  @interface ProposalStatus {}

  /** Where a dispute stands. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "upheld", "rejected"})
  @interface DisputeStatus {}

  /** How a dispute ended. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"upheld", "rejected"})
  @interface DisputeOutcome {}

  /** What became of a hold. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"placed", "lifted"})
  @interface HoldStatus {}

  /** Whether a breach lasts. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"open", "cured"})
  @interface BreachStatus {}

  /** A card's serial number. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[A-Za-z-]{0,16}[0-9]{1,20}$", example = "AD-000990")
  @interface Serial {}

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
  @interface Kind {}

  /** A reason against good standing. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"past-due", "over-limit", "returned-payment"})
  @interface ReasonCode {}

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
  @interface EventType {}

  /** A hash, in hexadecimal. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[0-9a-f]{64}$")
  @interface Sha256 {}

  /** Roles, each once. */
  @Retention(RetentionPolicy.SOURCE)
  @ArraySchema(
      schema =
          @Schema(
              type = "string",
              allowableValues = {"clerk", "finance", "controller", "auditor", "admin"}),
      minItems = 1,
      maxItems = 5,
      uniqueItems = true)
  @interface Roles {}

  /** The id of an API key. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^[a-z0-9]{8}$", example = "k3x9m2p7")
  @interface KeyId {}

  /** The API key in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The key's id: its short part.",
      schema = @Schema(type = "string", pattern = "^[a-z0-9]{8}$"),
      example = "k3x9m2p7")
  @interface KeyPath {}

  /** A body that its operation describes already. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(hidden = true)
  @interface Described {}

  /** The account in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The account's id.",
      schema = @Schema(type = "string", pattern = SLUG),
      example = "auxer-to-kattosko")
  @interface AccountPath {}

  /** The agreement in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The agreement's id.",
      schema = @Schema(type = "string", pattern = SLUG),
      example = "clifton-telecard-2001")
  @interface AgreementPath {}

  /** The invoice in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The invoice's id: not its number.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8001-8000-000000000001")
  @interface InvoicePath {}

  /** The payment in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The payment's id: not its reference.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8002-8000-000000000003")
  @interface PaymentPath {}

  /** The credit note in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The credit note's id: not its number.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8005-8000-000000000007")
  @interface CreditNotePath {}

  /** The dispute in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The dispute's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8008-8000-000000000007")
  @interface DisputePath {}

  /** The write-off in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The write-off's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-8006-8000-000000000007")
  @interface WriteOffPath {}

  /** The amendment in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The amendment's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-800d-8000-000000000007")
  @interface AmendmentPath {}

  /** The set-off in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The set-off's id.",
      schema = @Schema(type = "string", format = "uuid"),
      example = "8d736a79-42c3-800f-8000-000000000002")
  @interface SetOffPath {}

  /** The breach in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The breach's number on the account.",
      schema = @Schema(type = "string", pattern = "^[1-9][0-9]{0,17}$"),
      example = "1")
  @interface BreachPath {}
}
