package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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

/** How the operations on what is sent to endpoints are described in the OpenAPI document. */
final class WebhookDeliveryApi {

  private WebhookDeliveryApi() {}

  /** {@code GET /v1/webhook-endpoints/{endpointId}/deliveries}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List deliveries",
      description =
          """
          What was, is and will be sent to the endpoint, in the order in which it was made, \
          each with its last attempt. Events that were not sent round yet are in the \
          endpoint's backlog only.""",
      tags = ApiDocument.WEBHOOKS,
      parameters = {
        @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only deliveries that stand so.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"waiting", "delivered", "givenUp"})),
        @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_CURSOR,
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of deliveries",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = WebhookDeliveryPage.class),
                    examples = {@ExampleObject(name = "deliveries", ref = "deliveries")})),
        @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "deliveriesMalformedFilter")
                    }))
      })
  @WebhookErrors.NoEndpoint
  @ApiErrors.OfReading
  @ApiAccess.Controllers
  @interface ListWebhookDeliveries {}

  /** {@code GET /v1/webhook-endpoints/{endpointId}/deliveries/{messageId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Get a delivery",
      description = "Where it stands, and its last attempt.",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The delivery",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookDeliveryBody.class),
                    examples = {@ExampleObject(name = "givenUp", ref = "delivery")}))
      })
  @WebhookErrors.NoDelivery
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.Controllers
  @interface GetWebhookDelivery {}

  /** {@code GET /v1/webhook-endpoints/{endpointId}/deliveries/{messageId}/attempts}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the attempts of a delivery",
      description =
          "Status, latency and kind of failure of each. What the receiver wrote is not kept.",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of attempts",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = WebhookAttemptPage.class),
                    examples = {@ExampleObject(name = "attempts", ref = "attempts")}))
      })
  @ApiParameters.Paged
  @WebhookErrors.NoDelivery
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.Controllers
  @interface ListWebhookAttempts {}

  /** {@code POST /v1/webhook-endpoints/{endpointId}/deliveries/{messageId}/redelivery}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Send a delivery anew",
      description =
          """
          Whatever it came to, it is due now, under the same webhook-id, and the schedule of \
          retries begins anew. It changes nothing in the book and takes no Idempotency-Key.""",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "202",
            description = "The delivery, waiting",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookDeliveryBody.class),
                    examples = {@ExampleObject(name = "waiting", ref = "redelivered")}))
      })
  @WebhookErrors.NoDelivery
  @WebhookErrors.NotEnabled
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface RedeliverWebhook {}

  /** {@code POST /v1/webhook-endpoints/{endpointId}/recovery}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Send anew what has failed",
      description =
          """
          All deliveries of events recorded at that instant or later that were given up, or \
          wait for another attempt, are due now. It takes no Idempotency-Key: to repeat it \
          recovers what has failed again.""",
      tags = ApiDocument.WEBHOOKS,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookRecoveryRequest.class),
                      examples = {@ExampleObject(name = "since", ref = "recover")})),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "How many",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookRecoveryBody.class),
                    examples = {@ExampleObject(name = "recovered", ref = "recovered")})),
        @ApiResponse(
            responseCode = "400",
            description = "The instant is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {@ExampleObject(name = "malformed", ref = "recoverMalformedSince")}))
      })
  @WebhookErrors.NoEndpoint
  @WebhookErrors.NotEnabled
  @ApiErrors.OfJson
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface RecoverWebhooks {}

  /** {@code POST /v1/webhook-endpoints/{endpointId}/test-events}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Send a test event",
      description =
          """
          A message of the type webhook.test, whatever the filter of types, signed and retried \
          like any other. It is on no feed.""",
      tags = ApiDocument.WEBHOOKS,
      responses = {
        @ApiResponse(
            responseCode = "202",
            description = "The delivery, waiting",
            content =
                @Content(
                    schema = @Schema(implementation = WebhookDeliveryBody.class),
                    examples = {@ExampleObject(name = "test", ref = "webhookTest")})),
        @ApiResponse(
            responseCode = "409",
            description = "The endpoint is deleted, or disabled, or too many tests wait",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "disabled", ref = "endpointDisabled"),
                      @ExampleObject(name = "tooMany", ref = "tooManyTests")
                    }))
      })
  @WebhookErrors.NoEndpoint
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Controllers
  @interface SendWebhookTest {}

  /**
   * A page of deliveries.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookDeliveryPage")
  record WebhookDeliveryPage(List<WebhookDeliveryBody> items, @Nullable String nextCursor) {}

  /**
   * A page of attempts.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookAttemptPage")
  record WebhookAttemptPage(List<WebhookAttemptBody> items, @Nullable String nextCursor) {}
}
