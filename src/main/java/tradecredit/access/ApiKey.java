package tradecredit.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.PartyId;

/**
 * An API key as it is stored: not the key itself, but what is needed to know it again.
 *
 * @param id its short part, which names it
 * @param digest the SHA-256 of its secret part, in lower-case hexadecimal
 * @param party whose key it is
 * @param roles what it may be used for
 * @param description what its owner calls it
 * @param createdBy the principal that made it
 * @param createdAt when
 * @param expiresAt from when on it is refused; null for never
 * @param revokedAt when it was revoked; null while it was not
 * @param lastUsedAt when it was last used, to within a minute; null if never
 */
public record ApiKey(
    String id,
    String digest,
    PartyId party,
    Set<Role> roles,
    @Nullable String description,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  /** Holds the key with its own copy of the roles. */
  public ApiKey {
    roles = Set.copyOf(roles);
  }

  /** Whether it is neither revoked nor expired at {@code instant}. */
  boolean isGoodAt(Instant instant) {
    return revokedAt == null && (expiresAt == null || instant.isBefore(expiresAt));
  }
}
