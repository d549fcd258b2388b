package tradecredit.http.keys;

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
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Problem;

/** How the operations on keys and audit records are described in the OpenAPI document. */
final class AccessApi {

  private AccessApi() {}

  /** {@code POST /v1/api-keys}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Make an API key",
      description =
          """
      The answer alone shows the key; only its SHA-256 is stored. A key that was lost on the way is revoked and made \
      anew. The operator's admins make keys for any party, others for their own.""",
      tags = ApiDocument.ACCESS,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ApiKeyRequest.class),
                      examples = @ExampleObject(name = "financeKey", ref = "newApiKey"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The key, shown this once",
            content =
                @Content(
                    schema = @Schema(implementation = NewApiKeyBody.class),
                    examples = @ExampleObject(name = "made", ref = "apiKeyMade"))),
        @ApiResponse(
            responseCode = "400",
            description = "The key is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "otherParty", ref = "apiKeyMalformed"))),
        @ApiResponse(
            responseCode = "409",
            description = "The party has as many keys in use as it may",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "tooManyKeys", ref = "tooManyApiKeys")))
      })
  @ApiErrors.NotAcceptable
  @ApiErrors.OfJson
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Admins
  @interface CreateApiKey {}

  /** {@code GET /v1/api-keys}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List API keys",
      description =
          """
      In the order of their ids, revoked and expired ones included: the operator's admins see all, others those of \
      their own party. The keys themselves are not shown.""",
      tags = ApiDocument.ACCESS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of keys",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = ApiKeyPage.class),
                    examples = @ExampleObject(name = "keys", ref = "apiKeys")))
      })
  @ApiParameters.Paged
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.Admins
  @interface ListApiKeys {}

  /** {@code DELETE /v1/api-keys/{keyId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Revoke an API key",
      description =
          """
      From the answer on the key is refused, by every instance. To revoke it again changes nothing.""",
      tags = ApiDocument.ACCESS,
      responses = {
        @ApiResponse(responseCode = "204", description = "The key is revoked"),
        @ApiResponse(
            responseCode = "404",
            description = "There is no such key, or none of the caller's party",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "noKey", ref = "noApiKey"))),
        @ApiResponse(
            responseCode = "409",
            description =
                "It is the operator's last admin key in use, and no tokens are taken in its place",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "lastOperatorKey", ref = "lastOperatorKey")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Admins
  @interface RevokeApiKey {}

  /** {@code GET /v1/audit-records}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List audit records",
      description =
          """
      What was done and denied, in the order in which it was recorded: of the accounts that the caller's party is on, \
      whoever did it; beside the accounts, what the party's own principals did. The operator reads everything. Postings \
      are audited by the entries themselves, which name their principal. Of denied attempts beyond a rate, only the \
      number is recorded.""",
      tags = ApiDocument.ACCESS,
      parameters = {
        @Parameter(
            name = "accountId",
            in = ParameterIn.QUERY,
            description = "Only what concerns this account.",
            schema = @Schema(type = "string", pattern = ApiSchemas.SLUG)),
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
            description = "A page of audit records",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = AuditRecordPage.class),
                    examples = @ExampleObject(name = "denied", ref = "auditRecords")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.Auditors
  @interface ListAuditRecords {}

  /**
   * A page of API keys.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "ApiKeyPage")
  record ApiKeyPage(List<ApiKeyBody> items, @Nullable String nextCursor) {}

  /**
   * A page of audit records.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "AuditRecordPage")
  record AuditRecordPage(List<AuditRecordBody> items, @Nullable String nextCursor) {}
}
