package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.callbacks.Callback;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.wire.EventBody;

/** How the calls that endpoints get are described in the OpenAPI document: as callbacks. */
final class WebhookCalls {

  private WebhookCalls() {}

  /** {@code POST} to the endpoint's URL. */
  @Retention(RetentionPolicy.SOURCE)
  @Callback(
      name = "message",
      callbackUrlExpression = "{$request.body#/url}",
      operation =
          @Operation(
              method = "post",
              operationId = "receiveWebhookMessage",
              summary = "Receive a message",
              description =
                  """
                  An event or a test, signed as Standard Webhooks has it; verify it before anything \
                  else. It comes at least once, and with the same webhook-id each time.""",
              parameters = {
                @Parameter(
                    name = "webhook-id",
                    in = ParameterIn.HEADER,
                    description = "Names the message; the same over all attempts.",
                    required = true,
                    schema = @Schema(type = "string", pattern = WebhookSchemas.MESSAGE)),
                @Parameter(
                    name = "webhook-timestamp",
                    in = ParameterIn.HEADER,
                    description = "When this attempt was begun, in seconds since 1970 (UTC).",
                    required = true,
                    schema = @Schema(type = "string", pattern = "^[0-9]{1,19}$")),
                @Parameter(
                    name = "webhook-signature",
                    in = ParameterIn.HEADER,
                    description =
                        "v1, and the HMAC-SHA256 of id, timestamp and body in Base64; two of them, with a blank between, for a day after a rotation.",
                    required = true,
                    schema =
                        @Schema(
                            type = "string",
                            pattern = "^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)?$"))
              },
              requestBody =
                  @RequestBody(
                      required = true,
                      content =
                          @Content(
                              mediaType = "application/json",
                              schema = @Schema(oneOf = {EventBody.class, WebhookTestMessage.class}),
                              examples = {
                                @ExampleObject(name = "event", ref = "messageOfEvent"),
                                @ExampleObject(name = "test", ref = "messageOfTest")
                              })),
              responses = {
                @ApiResponse(
                    responseCode = "2XX",
                    description =
                        "It has arrived. To count, this comes within 15 seconds (as shipped)"),
                @ApiResponse(
                    responseCode = "410",
                    description =
                        "The endpoint is disabled: nothing is sent to it until it is enabled again"),
                @ApiResponse(
                    responseCode = "default",
                    description =
                        "Anything else, a redirect or no answer included, is a failure: the message is sent again later, and a Retry-After with a 429 or 503 is kept to")
              }))
  @interface Message {}
}
