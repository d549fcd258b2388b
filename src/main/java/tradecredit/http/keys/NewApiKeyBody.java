package tradecredit.http.keys;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.ApiKey;
import tradecredit.access.KeyText;
import tradecredit.http.wire.ApiSchemas;

/**
 * A new API key: the one answer that shows the key itself.
 *
 * @param id what names it: the short part of the key
 * @param key the key, to be sent as {@code Authorization: Bearer <key>}; it is not stored and
 *     cannot be shown again
 * @param party whose it is
 * @param roles what it may be used for
 * @param description what its owner calls it
 * @param createdBy the principal that made it
 * @param createdAt when
 * @param expiresAt from when on it is refused; null for never
 */
@Schema(name = "NewApiKey")
@Serdeable
public record NewApiKeyBody(
    @ApiSchemas.KeyId String id,
    String key,
    @ApiSchemas.Slug String party,
    @ApiSchemas.Roles List<String> roles,
    @Nullable String description,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  static NewApiKeyBody of(KeyText text, ApiKey stored) {
    ApiKeyBody body = ApiKeyBody.of(stored);
    return new NewApiKeyBody(
        body.id(),
        text.reveal(),
        body.party(),
        body.roles(),
        body.description(),
        body.createdBy(),
        body.createdAt(),
        body.expiresAt());
  }
}
