package tradecredit.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tradecredit.settings.Bounds;

/**
 * The OpenID provider whose tokens are taken. Without {@code jwksUrl}, none are, and then neither
 * is an issuer or an audience named.
 *
 * @param jwksUrl where its keys are (RFC 7517): {@code https}, or {@code http} on this host
 * @param issuer the one {@code iss} that is taken
 * @param audience what {@code aud} must hold
 * @param algorithm the one signature algorithm that is taken (RFC 7518): RS, PS or ES with 256, 384
 *     or 512
 * @param partyClaim which claim names the party
 * @param rolesClaim which claim lists the roles: an array, or a text with spaces between them
 * @param clockSkew how far the provider's clock may be off
 * @param timeout of connecting to the provider, and of reading its keys
 * @param remember for how long its keys are used before they are fetched again; above ten seconds
 */
@ConfigurationProperties("tradecredit.access.tokens")
public record TokenSettings(
    @Nullable String jwksUrl,
    @Nullable String issuer,
    @Nullable String audience,
    @Bindable(defaultValue = "RS256") String algorithm,
    @Bindable(defaultValue = "party") String partyClaim,
    @Bindable(defaultValue = "roles") String rolesClaim,
    @Bindable(defaultValue = "30s") Duration clockSkew,
    @Bindable(defaultValue = "2s") Duration timeout,
    @Bindable(defaultValue = "5m") Duration remember) {

  /** Twice in so long the provider is asked at most, whatever keys tokens name. */
  static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

  private static final Bounds BOUNDS = new Bounds("tradecredit.access.tokens");

  /**
   * Holds the settings.
   *
   * @throws IllegalArgumentException if a duration is none to work with, or the provider is named
   *     in part
   */
  public TokenSettings {
    BOUNDS.positive("timeout", timeout);
    BOUNDS.notNegative("clock-skew", clockSkew);
    if (remember.compareTo(BETWEEN_FETCHES) <= 0) {
      throw new IllegalArgumentException(
          "tradecredit.access.tokens.remember must be above %s, in which the provider is asked twice at most, not %s"
              .formatted(BETWEEN_FETCHES, remember));
    }
    if (isBlank(jwksUrl) && !(isBlank(issuer) && isBlank(audience))) {
      throw new IllegalArgumentException(
          "tradecredit.access.tokens.jwks-url is not set, but issuer or audience is: without it no token would be taken");
    }
  }

  /** Whether tokens are taken. */
  public boolean isConfigured() {
    return !isBlank(jwksUrl);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
