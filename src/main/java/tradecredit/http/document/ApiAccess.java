package tradecredit.http.document;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.wire.Problem;

/**
 * Which roles an operation is for, and how others are turned away, for the OpenAPI document. A test
 * holds the roles equal to those of the operation's {@link tradecredit.access.Permission}.
 */
public final class ApiAccess {

  static final String KEY = "key";
  static final String TOKEN = "token";
  private static final String CLERK = "clerk";
  private static final String CONTROLLER = "controller";
  private static final String AUDITOR = "auditor";
  private static final String ADMIN = "admin";

  private ApiAccess() {}

  /** For every role. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(
      name = TOKEN,
      scopes = {CLERK, "finance", CONTROLLER, AUDITOR, ADMIN})
  @NotProved
  @Forbidden
  @TooOften
  public @interface EveryRole {}

  /** For clerks. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(name = TOKEN, scopes = CLERK)
  @NotProved
  @Forbidden
  @TooOften
  public @interface Clerks {}

  /** For controllers. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(name = TOKEN, scopes = CONTROLLER)
  @NotProved
  @Forbidden
  @TooOften
  public @interface Controllers {}

  /** For clerks, and for controllers. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(
      name = TOKEN,
      scopes = {CLERK, CONTROLLER})
  @NotProved
  @Forbidden
  @TooOften
  public @interface ClerksAndControllers {}

  /** For admins. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(name = TOKEN, scopes = ADMIN)
  @NotProved
  @Forbidden
  @NothingHere
  @TooOften
  public @interface Admins {}

  /** For auditors and admins. */
  @Retention(RetentionPolicy.SOURCE)
  @SecurityRequirement(name = KEY)
  @SecurityRequirement(
      name = TOKEN,
      scopes = {AUDITOR, ADMIN})
  @NotProved
  @Forbidden
  @TooOften
  public @interface Auditors {}

  /** 401: nobody proved who they are. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "401",
      description = "There is no key or token, or it is unknown, altered, revoked or expired",
      headers =
          @Header(
              name = "WWW-Authenticate",
              description = "Bearer, and error=\"invalid_token\" where one was sent (RFC 6750)",
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "noKey", ref = "noKey"),
                @ExampleObject(name = "badKey", ref = "badKey")
              }))
  @interface NotProved {}

  /** 403: they may not. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "403",
      description =
          "The caller's party is on the other side of the account, or the caller has not the role",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "otherSide", ref = "otherSide"),
                @ExampleObject(name = "otherRole", ref = "otherRole")
              }))
  @interface Forbidden {}

  /** 404: for them there is nothing. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "The caller's party is not of the agreement",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "nothingHere", ref = "nothingHere")))
  public @interface NothingHere {}

  /** 429: they ask too often. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "429",
      description = "The caller asks more often than is taken; nothing was done",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "tooOften", ref = "tooOften")))
  @interface TooOften {}
}
