package tradecredit.http.document;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.wire.Problem;

/** The error responses that many operations have in common, for the OpenAPI document. */
public final class ApiErrors {

  private ApiErrors() {}

  /** What every reading may answer. */
  @Retention(RetentionPolicy.SOURCE)
  @NotAcceptable
  @Unavailable
  public @interface OfReading {}

  /** What an operation with a body of JSON may answer to it. */
  @Retention(RetentionPolicy.SOURCE)
  @TooLarge
  @NotJson
  public @interface OfJson {}

  /** What every posting of JSON may answer. */
  @Retention(RetentionPolicy.SOURCE)
  @NotAcceptable
  @OfJson
  @Busy
  public @interface OfPosting {}

  /** 400: query parameters that mean nothing here. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "400",
      description = "A query parameter is unknown or given twice",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknownParameter", ref = "unknownParameter")))
  public @interface InvalidQuery {}

  /** 404: no such account. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such account",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "noAccount", ref = "noAccount")))
  public @interface NoAccount {}

  /** 404: no such account, or nothing of that id on it. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such account, or nothing of that id on it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "noDocument", ref = "noPayment"),
                @ExampleObject(name = "noAccount", ref = "noAccount")
              }))
  public @interface NoDocument {}

  /** 404: no such agreement. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such agreement, or nothing of it for the caller's party",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "noAgreement", ref = "noAgreement")))
  public @interface NoAgreement {}

  /** 406: the caller takes no JSON. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "406",
      description = "Accept does not take application/json",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "notAcceptable", ref = "notAcceptable")))
  public @interface NotAcceptable {}

  /** 413: the body is above its bound. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "413",
      description = "The body is above its bound",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "tooLarge", ref = "tooLarge")))
  public @interface TooLarge {}

  /** 415: the body is no JSON. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "415",
      description = "The body is not application/json, or it is compressed",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "notJson", ref = "notJson")))
  public @interface NotJson {}

  /** 503: the book cannot be reached, and nothing was to be changed. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "503",
      description = "The book cannot be reached",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "bookAwayFromReaders", ref = "bookAwayFromReaders")))
  public @interface Unavailable {}

  /** 503: the book cannot be reached, and what was to be changed has no key to send it again. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "503",
      description = "The book cannot be reached; what was asked for may be done or not",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "bookAwayWithoutKey", ref = "bookAwayWithoutKey")))
  public @interface UnavailableWithoutKey {}

  /** 503: a posting was not taken, or its outcome is not known. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "503",
      description =
          "Too many postings wait, or the book cannot be reached; the same key may be sent again",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "laneFull", ref = "laneFull"),
                @ExampleObject(name = "bookAway", ref = "bookAway")
              }))
  public @interface Busy {}
}
