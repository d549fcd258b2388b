package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.wire.Problem;

/** The error responses that operations on webhooks have in common, for the OpenAPI document. */
final class WebhookErrors {

  private WebhookErrors() {}

  /** 404: no such endpoint. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such endpoint, or none of the caller's party",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {@ExampleObject(name = "noEndpoint", ref = "noEndpoint")}))
  @interface NoEndpoint {}

  /** 404: no such endpoint, or no such delivery. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such endpoint, or no such delivery to it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "noDelivery", ref = "noDelivery"),
                @ExampleObject(name = "noEndpoint", ref = "noEndpoint")
              }))
  @interface NoDelivery {}

  /** 409: it is deleted. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "409",
      description = "The endpoint is deleted",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {@ExampleObject(name = "deleted", ref = "endpointDeleted")}))
  @interface Deleted {}

  /** 409: it is deleted, or disabled. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "409",
      description = "The endpoint is deleted, or disabled",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "disabled", ref = "endpointDisabled"),
                @ExampleObject(name = "deleted", ref = "endpointDeleted")
              }))
  @interface NotEnabled {}

  /** 400: the endpoint is not valid. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "400",
      description = "The endpoint is not valid",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {@ExampleObject(name = "malformed", ref = "endpointMalformed")}))
  @interface Malformed {}

  /** 422: nothing is sent to its URL. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "422",
      description = "Nothing is sent to this URL",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {@ExampleObject(name = "metadata", ref = "endpointNotAllowed")}))
  @interface NotAllowed {}
}
