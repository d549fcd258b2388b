package tradecredit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.security.Key;
import java.text.ParseException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.PartyId;
import tradecredit.platform.UnavailableException;

/**
 * Tokens of an OpenID provider (RFC 7519): signed, by the one algorithm that is configured, with a
 * key of the provider's set; {@code iss}, {@code aud} and {@code exp} as configured; party and
 * roles from configured claims. The algorithm a token names is never trusted: {@code none}, or
 * HS256 with a public key, is no signature here.
 *
 * <p>A role claim may hold roles of other services; those are passed over. A token without any role
 * of ours is a principal without roles.
 */
@Context
class IdentityTokens {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityTokens.class);
  private static final Duration LONGEST_OUTAGE = Duration.ofHours(1);
  private static final int LARGEST_KEY_SET = 1 << 18;

  private final TokenSettings settings;
  private final @Nullable Taken taken;

  /**
   * How the provider's keys are fetched.
   *
   * @param remember for how long they are used before they are fetched again
   * @param between how long it is between two fetches and the next two; shorter than the former
   * @param longestOutage for how long after a fetch they are used while the provider is away
   */
  record Fetching(Duration remember, Duration between, Duration longestOutage) {}

  /** What takes tokens, and the keys that it holds them against. */
  private record Taken(DefaultJWTProcessor<SecurityContext> processor, ProviderKeys keys) {}

  @Inject
  IdentityTokens(TokenSettings settings) {
    this(
        settings, new Fetching(settings.remember(), TokenSettings.BETWEEN_FETCHES, LONGEST_OUTAGE));
  }

  IdentityTokens(TokenSettings settings, Fetching fetching) {
    this.settings = settings;
    this.taken = settings.isConfigured() ? taken(settings, fetching) : null;
  }

  /** Whether any token is taken. */
  boolean areTaken() {
    return taken != null;
  }

  /**
   * The owner of {@code token}; none where it does not hold. May wait for the provider.
   *
   * @throws UnavailableException if the provider's keys cannot be fetched
   */
  Optional<Principal> check(String token) {
    if (taken == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(principal(taken.processor().process(token, null)));
    } catch (KeySourceException away) {
      if (away instanceof RateLimitReachedException && taken.keys().wereFetched()) {
        LOG.debug("A token is refused: its key is unknown, and the keys were fetched just now");
        return Optional.empty();
      }
      throw new UnavailableException("the token provider's keys cannot be fetched", away);
    } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException wrong) {
      LOG.debug("A token is refused: {}", wrong.getMessage());
      return Optional.empty();
    }
  }

  private Principal principal(JWTClaimsSet claims) throws ParseException {
    String party = claims.getStringClaim(settings.partyClaim());
    String subject = claims.getSubject();
    if (party == null || subject == null) {
      throw new IllegalArgumentException("it names no " + (party == null ? "party" : "subject"));
    }
    return Principal.bySubject(new PartyId(party), subject, roles(claims));
  }

  private Set<Role> roles(JWTClaimsSet claims) throws ParseException {
    List<String> names =
        claims.getClaim(settings.rolesClaim()) instanceof String text
            ? List.of(text.split(" ", -1))
            : claims.getStringListClaim(settings.rolesClaim());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (names != null) {
      names.stream()
          .filter(Objects::nonNull)
          .forEach(name -> Role.named(name).ifPresent(roles::add));
    }
    return roles;
  }

  private static Taken taken(TokenSettings settings, Fetching fetching) {
    int timeout = (int) settings.timeout().toMillis();
    ProviderKeys keys =
        new ProviderKeys(
            new URLBasedJWKSetSource<>(
                url(required("jwks-url", settings.jwksUrl())),
                new DefaultResourceRetriever(timeout, timeout, LARGEST_KEY_SET)));
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(keys)
            .cache(fetching.remember().toMillis(), 4L * timeout)
            .refreshAheadCache(false)
            .rateLimited(fetching.between().toMillis())
            .outageTolerant(fetching.longestOutage().toMillis())
            .build();
    return new Taken(processor(settings, new KeySelector(algorithm(settings), source, keys)), keys);
  }

  /**
   * Selects the key that a token names. While the provider is away one that is not among the last
   * known keys may be new.
   */
  private static final class KeySelector extends JWSVerificationKeySelector<SecurityContext> {

    private final ProviderKeys provider;

    KeySelector(JWSAlgorithm algorithm, JWKSource<SecurityContext> source, ProviderKeys provider) {
      super(algorithm, source);
      this.provider = provider;
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, SecurityContext context)
        throws KeySourceException {
      List<Key> keys = super.selectJWSKeys(header, context);
      if (keys.isEmpty() && isAllowed(header.getAlgorithm()) && !provider.wereFetched()) {
        throw new KeySourceException("the key is not known, and the last fetch failed");
      }
      return keys;
    }
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      TokenSettings settings, KeySelector keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    // An access token's type is the same in both spellings (RFC 9068, section 4).
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT,
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt"),
            null));
    processor.setJWSKeySelector(keys);
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            required("audience", settings.audience()),
            new JWTClaimsSet.Builder().issuer(required("issuer", settings.issuer())).build(),
            Set.of("sub", "iss", "aud", "exp"));
    claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static JWSAlgorithm algorithm(TokenSettings settings) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(settings.algorithm());
    if (!JWSAlgorithm.Family.RSA.contains(algorithm)
        && !Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512)
            .contains(algorithm)) {
      throw new IllegalArgumentException(
          "tradecredit.access.tokens.algorithm: \"%s\" is none of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512"
              .formatted(settings.algorithm()));
    }
    return algorithm;
  }

  private static String required(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "tradecredit.access.tokens.%s is not set, but tokens are taken (jwks-url is set)"
              .formatted(key));
    }
    return value;
  }

  private static URL url(String text) {
    try {
      URI uri = URI.create(text);
      boolean plainHere =
          "http".equals(uri.getScheme())
              && uri.getHost() != null
              && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
      if (!plainHere && !"https".equals(uri.getScheme())) {
        throw new IllegalArgumentException("neither https nor this host");
      }
      return uri.toURL();
    } catch (IllegalArgumentException | MalformedURLException | UnknownHostException wrong) {
      throw new IllegalArgumentException(
          "tradecredit.access.tokens.jwks-url: \"%s\" is no https URL".formatted(text), wrong);
    }
  }
}
