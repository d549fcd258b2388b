package tradecredit.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An OpenID provider on loopback: it publishes its keys and signs tokens. */
public final class TokenIssuer implements AutoCloseable {

  /** Its name. */
  public static final String ISSUER = "https://identity.test";

  /** Whom its tokens are for. */
  public static final String AUDIENCE = "trade-credit-ledger";

  private final RSAKey key;
  private final HttpServer server;

  /** Starts it. */
  public TokenIssuer() {
    try {
      key = newKey("key-1");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/keys",
          exchange -> {
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A key pair. */
  public static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** The settings of a service that takes its tokens. */
  public Map<String, String> settings() {
    return Map.of(
        "tradecredit.access.tokens.jwks-url",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/keys",
        "tradecredit.access.tokens.issuer",
        ISSUER,
        "tradecredit.access.tokens.audience",
        AUDIENCE);
  }

  /** Its key pair. */
  public RSAKey key() {
    return key;
  }

  /** The claims of a good token, to be spoilt. */
  public static JWTClaimsSet.Builder claims(String party, String... roles) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("jane")
        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
        .claim("party", party)
        .claim("roles", List.of(roles));
  }

  /** A good token. */
  public String token(String party, String... roles) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
        claims(party, roles).build(),
        key);
  }

  /** A token with that header and those claims, signed by {@code signer}. */
  public static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(signer));
      return token.serialize();
    } catch (JOSEException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
