package tradecredit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Context;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.PartyId;

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
  private static final Duration LEAST_BETWEEN_FETCHES = Duration.ofSeconds(10);
  private static final Duration LONGEST_OUTAGE = Duration.ofHours(1);
  private static final int LARGEST_KEY_SET = 1 << 18;

  private final TokenSettings settings;
  private final @Nullable DefaultJWTProcessor<SecurityContext> processor;

  /** Whether any token was ever held against the provider's keys: then they are known. */
  private final AtomicBoolean keysSeen = new AtomicBoolean();

  IdentityTokens(TokenSettings settings) {
    this.settings = settings;
    this.processor = settings.isConfigured() ? processor(settings) : null;
  }

  /** Whether any token is taken. */
  boolean areTaken() {
    return processor != null;
  }

  /**
   * The owner of {@code token}; none where it does not hold. May wait for the provider.
   *
   * @throws AccessUnavailableException if the provider's keys cannot be fetched
   */
  Optional<Principal> check(String token) {
    if (processor == null) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = processor.process(token, null);
      keysSeen.set(true);
      return Optional.of(principal(claims));
    } catch (KeySourceException away) {
      if (away instanceof RateLimitReachedException && keysSeen.get()) {
        LOG.debug("A token is refused: its key is unknown, and the keys were fetched just now");
        return Optional.empty();
      }
      throw new AccessUnavailableException("the token provider's keys cannot be fetched", away);
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

  private static DefaultJWTProcessor<SecurityContext> processor(TokenSettings settings) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithm(settings), keys(settings)));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            required("audience", settings.audience()),
            new JWTClaimsSet.Builder().issuer(required("issuer", settings.issuer())).build(),
            Set.of("sub", "iss", "aud", "exp"));
    claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static JWKSource<SecurityContext> keys(TokenSettings settings) {
    int timeout = (int) settings.timeout().toMillis();
    return JWKSourceBuilder.<SecurityContext>create(
            url(required("jwks-url", settings.jwksUrl())),
            new DefaultResourceRetriever(timeout, timeout, LARGEST_KEY_SET))
        .cache(settings.remember().toMillis(), 4L * timeout)
        .refreshAheadCache(false)
        .rateLimited(LEAST_BETWEEN_FETCHES.toMillis())
        .outageTolerant(LONGEST_OUTAGE.toMillis())
        .build();
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
