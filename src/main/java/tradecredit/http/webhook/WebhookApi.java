package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How the operations on webhook endpoints are described in the OpenAPI document. */
final class WebhookApi {

  private WebhookApi() {}

  /** {@code POST /v1/webhook-endpoints}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Make a webhook endpoint",
      description =
          """
          The endpoint is told what happens from now on on the accounts that its party is on, \
          signed as Standard Webhooks has it. The answer alone shows the secret; it is stored \
          encrypted. So there is no Idempotency-Key here: an answer with a secret is not kept \
          to be given again, and an endpoint whose answer was lost is deleted and made anew. \
          An address as host is held against the rules now, a name whenever it is connected \
          to.""",
      tags = ApiDocument.WEBHOOKS,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookEndpointRequest.class),
                      examples = {@ExampleObject(name = "limitAndStanding", ref = "newEndpoint")})),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The endpoint and its secret, shown this once",
            content =
                @Content(
                    schema = @Schema(implementation = NewWebhookEndpointBody.class),
                    examples = {@ExampleObject(name = "made", ref = "endpointMade")})),
        @ApiResponse(
            responseCode = "409",
            description =
                "The party has as many endpoints as it may, or the service has no key to encrypt secrets with",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "tooMany", ref = "tooManyEndpoints"),
                      @ExampleObject(name = "notConfigured", ref = "webhooksNotConfigured")
                    }))
      })
  @WebhookCalls.Message
  @WebhookErrors.Malformed
  @WebhookErrors.NotAllowed
  @ApiErrors.OfJson
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @ApiAccess.NothingHere
  @interface CreateWebhookEndpoint {}

  /** {@code GET /v1/webhook-endpoints}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List webhook endpoints",
      description =
          """
          Those of the caller's party in the order of their ids, deleted ones included until \
          they are swept; each with what it has not been told. Secrets are not shown.""",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of endpoints",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = WebhookEndpointPage.class),
                    examples = {@ExampleObject(name = "endpoints", ref = "endpoints")}))
      })
  @ApiParameters.Paged
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.Controllers
  @ApiAccess.NothingHere
  @interface ListWebhookEndpoints {}

  /** {@code GET /v1/webhook-endpoints/{endpointId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Get a webhook endpoint",
      description = "How its receiver does, and what it has not been told.",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The endpoint",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookEndpointBody.class),
                    examples = {@ExampleObject(name = "endpoint", ref = "endpoint")}))
      })
  @WebhookErrors.NoEndpoint
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.Controllers
  @interface GetWebhookEndpoint {}

  /** {@code PUT /v1/webhook-endpoints/{endpointId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Change a webhook endpoint",
      description =
          """
          Replaces URL, filters and description; what is left out is as if it had never been \
          given. The secret stays. An account that is new to the endpoint is heard from now \
          on. What waits to be sent, or to be sent again, of an account or a type that was \
          wanted and is no more is given up; a redelivery or a recovery sends it all the same. \
          Of an account's events that were not sent round yet at most 10,000 become deliveries \
          for that; of those beyond only backlog.givenUp keeps the number, and GET …/events \
          tells them. Where their type is given back before the endpoint has read past them, \
          they are told all the same, stay counted, and are counted again when it is taken \
          away once more. At another URL what has failed begins anew: at once, with all \
          attempts.""",
      tags = ApiDocument.WEBHOOKS,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookEndpointRequest.class),
                      examples = {@ExampleObject(name = "limitAndStanding", ref = "newEndpoint")})),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The endpoint as it is now",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookEndpointBody.class),
                    examples = {@ExampleObject(name = "endpoint", ref = "endpoint")}))
      })
  @WebhookErrors.Malformed
  @WebhookErrors.NoEndpoint
  @WebhookErrors.Deleted
  @WebhookErrors.NotAllowed
  @ApiErrors.OfJson
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface ReplaceWebhookEndpoint {}

  /** {@code PUT /v1/webhook-endpoints/{endpointId}/state}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Enable or disable a webhook endpoint",
      description =
          """
          While it is disabled, what it would be told waits and is counted; it is sent when \
          the endpoint is enabled again, what has failed before at once and with all attempts. \
          An attempt that is under way ends as it may. An endpoint is disabled by the service \
          when its receiver answers 410, and when it has failed for days without a success.""",
      tags = ApiDocument.WEBHOOKS,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookStateRequest.class),
                      examples = {@ExampleObject(name = "disable", ref = "endpointDisabling")})),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The endpoint as it is now",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookEndpointBody.class),
                    examples = {@ExampleObject(name = "disabled", ref = "endpointSwitched")})),
        @ApiResponse(
            responseCode = "400",
            description = "The state is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "endpointStateMalformed")
                    }))
      })
  @WebhookErrors.NoEndpoint
  @WebhookErrors.Deleted
  @ApiErrors.OfJson
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface SwitchWebhookEndpoint {}

  /** {@code POST /v1/webhook-endpoints/{endpointId}/secret-rotation}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Rotate the secret",
      description =
          """
          The answer alone shows the new secret. Until previousSecretUntil each message has \
          two signatures, one of either secret; a secret that was replaced by an earlier \
          rotation signs no more. It is null where the service has lost the key that the \
          secret before was kept under: only the new one signs. To repeat it is to rotate once \
          more.""",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The new secret, shown this once",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookSecretBody.class),
                    examples = {@ExampleObject(name = "rotated", ref = "secretRotated")})),
        @ApiResponse(
            responseCode = "409",
            description =
                "The endpoint is deleted, or the service has no key to encrypt secrets with",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {@ExampleObject(name = "deleted", ref = "endpointDeleted")}))
      })
  @WebhookErrors.NoEndpoint
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface RotateWebhookSecret {}

  /** {@code DELETE /v1/webhook-endpoints/{endpointId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Delete a webhook endpoint",
      description =
          """
          From the answer on nothing is begun to be sent to it, but for what another instance \
          was just beginning. What was sent can be read until it is swept. To delete it again \
          changes nothing.""",
      tags = ApiDocument.WEBHOOKS,
      responses = {@ApiResponse(responseCode = "204", description = "The endpoint is deleted")})
  @WebhookErrors.NoEndpoint
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface DeleteWebhookEndpoint {}

  /**
   * A page of webhook endpoints.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookEndpointPage")
  record WebhookEndpointPage(List<WebhookEndpointBody> items, @Nullable String nextCursor) {}
}
