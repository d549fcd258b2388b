package tradecredit.http.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The parameters that many operations have in common, for the OpenAPI document. Each of these names
 * all the parameters of its operation but those of the path: the generator takes them from here
 * only where the operation itself names none. A parameter at a method by itself, which could be put
 * together with others, micronaut-openapi 6.20 reads without its schema; at an argument that may be
 * null it adds {@code nullable}.
 */
public final class ApiParameters {

  private ApiParameters() {}

  /** The key that a {@code POST} that changes the book needs. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      parameters =
          @Parameter(
              name = ApiDocument.KEY,
              in = ParameterIn.HEADER,
              description = ApiDocument.ABOUT_KEY,
              required = true,
              schema =
                  @Schema(
                      type = "string",
                      pattern = ApiDocument.KEY_PATTERN,
                      minLength = 1,
                      maxLength = 255),
              example = ApiDocument.KEY_SAMPLE))
  public @interface Keyed {}

  /** A page of a list. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      parameters = {
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
      })
  public @interface Paged {}

  /** A page of proposals: of all, or of those that stand so. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only those that stand so.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"proposed", "decided"})),
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
      })
  public @interface PagedProposals {}

  /** The day that figures are asked for. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      parameters =
          @Parameter(
              name = "asOf",
              in = ParameterIn.QUERY,
              description = ApiDocument.ABOUT_AS_OF,
              schema = @Schema(type = "string", format = "date"),
              example = "2001-06-01"))
  public @interface AsOf {}

  /** {@code asOf}, {@code cursor} and {@code limit}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      parameters = {
        @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_AS_OF,
            schema = @Schema(type = "string", format = "date"),
            example = "2001-06-01"),
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
      })
  public @interface PagedAsOf {}
}
