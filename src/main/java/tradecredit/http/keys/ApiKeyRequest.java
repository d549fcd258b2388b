package tradecredit.http.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;

/**
 * An API key to make, as the OpenAPI document describes it; {@link ApiKeyReader} reads it.
 *
 * @param party whose key it is to be; without it, the caller's own party. Only the operator's
 *     admins make keys for others
 * @param roles what it may be used for, each once
 * @param description what its owner calls it
 * @param expiresAt from when on it is refused, in the future; without it, never
 */
@ApiSchemas.Sent
@Schema(
    name = "ApiKeyRequest",
    description = "An API key to make.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ApiKeyRequest(
    @Nullable @ApiSchemas.Slug String party,
    @ApiSchemas.Roles List<String> roles,
    @Nullable @ApiSchemas.Text String description,
    @Nullable Instant expiresAt) {}
