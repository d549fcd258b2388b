package tradecredit.http.keys;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.ApiKey;
import tradecredit.access.Role;
import tradecredit.http.wire.ApiSchemas;

/**
 * An API key, without what is secret of it.
 *
 * @param id what names it: the short part of the key
 * @param party whose it is
 * @param roles what it may be used for
 * @param description what its owner calls it
 * @param createdBy the principal that made it
 * @param createdAt when
 * @param expiresAt from when on it is refused; null for never
 * @param revokedAt when it was revoked; null while it was not
 * @param lastUsedAt when it was last used, to within a minute; null if never
 */
@Schema(name = "ApiKey")
@Serdeable
public record ApiKeyBody(
    @ApiSchemas.KeyId String id,
    @ApiSchemas.Slug String party,
    @ApiSchemas.Roles List<String> roles,
    @Nullable String description,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  static ApiKeyBody of(ApiKey key) {
    return new ApiKeyBody(
        key.id(),
        key.party().value(),
        key.roles().stream().sorted().map(Role::wireName).toList(),
        key.description(),
        key.createdBy(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt());
  }
}
