package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.wire.ApiSchemas;

/**
 * What texts of webhooks look like on the wire, for the OpenAPI document; as {@link ApiSchemas}. Of
 * a member with a schema of its own that may be null, the generator must be told that answers have
 * it: it takes the rule of {@code openapi/openapi.properties} for the others.
 */
final class WebhookSchemas {

  static final String ENDPOINT = "^ep_[a-z0-9]{16}$";
  static final String MESSAGE = "^msg_[0-9a-f]{32}$";

  private WebhookSchemas() {}

  /**
   * Types of events, each once. That is said in words: of an array of enums whose items differ,
   * generated clients make a set that does not compile.
   */
  @Retention(RetentionPolicy.SOURCE)
  @ArraySchema(
      schema =
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
              }),
      minItems = 1)
  @interface EventTypes {}

  /** Accounts, each once; none where the party was taken off those that the endpoint hears. */
  @Retention(RetentionPolicy.SOURCE)
  @ArraySchema(schema = @Schema(type = "string", pattern = ApiSchemas.SLUG), uniqueItems = true)
  @interface Accounts {}

  /** The account that an event is of. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      pattern = ApiSchemas.SLUG,
      requiredMode = Schema.RequiredMode.REQUIRED,
      example = "kattosko-to-seller")
  @interface AccountId {}

  /** The id of a webhook endpoint. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = ENDPOINT, example = "ep_k3x9m2p7a1b2c3d4")
  @interface EndpointId {}

  /** The URL of a webhook endpoint. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", format = "uri", maxLength = 2000, example = "https://hooks.example/book")
  @interface WebhookUrl {}

  /** The secret of a webhook endpoint. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = "^whsec_[A-Za-z0-9+/]+={0,2}$")
  @interface WebhookSecret {}

  /** Whether a webhook endpoint is told. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"enabled", "disabled", "deleted"})
  @interface EndpointState {}

  /** What a webhook endpoint can be made. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"enabled", "disabled"})
  @interface EndpointSwitch {}

  /** Why a webhook endpoint is disabled. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      requiredMode = Schema.RequiredMode.REQUIRED,
      allowableValues = {"byRequest", "gone", "failing"})
  @interface EndpointReason {}

  /** Where a delivery stands. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      allowableValues = {"waiting", "delivered", "givenUp"})
  @interface DeliveryState {}

  /** Why an attempt was no success. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(
      type = "string",
      requiredMode = Schema.RequiredMode.REQUIRED,
      allowableValues = {
        "nameNotResolved",
        "addressNotAllowed",
        "connectionFailed",
        "tlsFailed",
        "connectionLost",
        "timeout",
        "redirected",
        "refused",
        "notSent"
      })
  @interface AttemptFailure {}

  /** The {@code webhook-id} of a message. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", pattern = MESSAGE, example = "msg_5f0c0a524a864a3e8f386c8d8c1c9a10")
  @interface MessageId {}

  /** The type of a message: an event's, or a test's. */
  @Retention(RetentionPolicy.SOURCE)
  @Schema(type = "string", example = "credit_limit.breached")
  @interface MessageType {}

  /** The webhook endpoint in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The endpoint's id.",
      schema = @Schema(type = "string", pattern = ENDPOINT),
      example = "ep_k3x9m2p7a1b2c3d4")
  @interface EndpointPath {}

  /** The message in a path. */
  @Retention(RetentionPolicy.SOURCE)
  @Parameter(
      description = "The message's id: its webhook-id.",
      schema = @Schema(type = "string", pattern = MESSAGE),
      example = "msg_5f0c0a524a864a3e8f386c8d8c1c9a10")
  @interface MessagePath {}
}
