package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/**
 * Keys, tokens and requests as an attacker would send them: nothing gained, nothing lost, no 500.
 */
class AttackTest {

  private static final String BALANCE = Client.AUXER + "/balance";
  private static final String DAY = "2001-05-16";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_token_is_taken_only_as_its_issuer_signed_it_and_for_this_service(TestDatabase kind)
      throws JOSEException {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(kind.fresh(), issuer.settings())) {
      Client client = service.client();
      assertThat(client.with(issuer.token("kattosko", "finance")).get(BALANCE).status())
          .isEqualTo(200);
      Map<String, String> tokens = new LinkedHashMap<>(forged(issuer));
      tokens.putAll(spoilt(issuer));
      tokens.forEach(
          (how, token) -> {
            Client.Answer answer = client.with(token).get(BALANCE);
            assertThat(answer.status()).as("%s: %s", how, answer).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate").orElse(""))
                .as(how)
                .contains("invalid_token");
          });
    }
  }

  private static Map<String, String> forged(TokenIssuer issuer) throws JOSEException {
    RSAKey key = issuer.key();
    RSAKey own = TokenIssuer.newKey("key-1");
    JWTClaimsSet good = TokenIssuer.claims("kattosko", "clerk").build();
    JWSHeader header = header(JWSAlgorithm.RS256, key);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("alg none", new PlainJWT(good).serialize());
    tokens.put("alg none with a signature", new PlainJWT(good).serialize() + "AAAA");
    tokens.put("HS256 with the public key's bytes", hmac(key.toRSAPublicKey().getEncoded(), good));
    tokens.put(
        "HS256 with the public key as JSON",
        hmac(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), good));
    tokens.put("signed by another key of the same id", TokenIssuer.signed(header, good, own));
    tokens.put(
        "a key in its own header",
        TokenIssuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), good, own));
    tokens.put(
        "a key set named in its own header",
        TokenIssuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                .build(),
            good,
            own));
    tokens.put(
        "an unknown key",
        TokenIssuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-2").build(), good, own));
    return tokens;
  }

  private static Map<String, String> spoilt(TokenIssuer issuer) {
    RSAKey key = issuer.key();
    JWSHeader header = header(JWSAlgorithm.RS256, key);
    Map<String, String> tokens = new LinkedHashMap<>();
    JWTClaimsSet good = TokenIssuer.claims("kattosko", "clerk").build();
    tokens.put(
        "another algorithm of the same key",
        TokenIssuer.signed(header(JWSAlgorithm.RS512, key), good, key));
    tokens.put(
        "another type of token",
        TokenIssuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("dpop+jwt"))
                .build(),
            good,
            key));
    spoiltClaims()
        .forEach((how, claims) -> tokens.put(how, TokenIssuer.signed(header, claims, key)));
    String token = issuer.token("kattosko", "finance");
    tokens.put("a changed payload", withPayload(token, "kattosko", "auxer-telecom"));
    tokens.put("cut off", token.substring(0, token.length() - 2));
    tokens.put("no token at all", "....");
    return tokens;
  }

  private static Map<String, JWTClaimsSet> spoiltClaims() {
    Date past = Date.from(Instant.now().minusSeconds(120));
    Date future = Date.from(Instant.now().plusSeconds(120));
    return Map.of(
        "expired", claims().expirationTime(past).build(),
        "for ever", claims().expirationTime(null).build(),
        "not yet", claims().notBeforeTime(future).build(),
        "for another service", claims().audience("another").build(),
        "for nobody", claims().audience((String) null).build(),
        "of another issuer", claims().issuer("https://elsewhere.test").build(),
        "of nobody", claims().subject(null).build(),
        "of no party", claims().claim("party", null).build(),
        "of a party that cannot be", claims().claim("party", "../kattosko").build(),
        "of a subject with a line break", claims().subject("jane\n2001").build());
  }

  private static JWTClaimsSet.Builder claims() {
    return TokenIssuer.claims("kattosko", "clerk");
  }

  private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
  }

  private static String hmac(byte[] secret, JWTClaimsSet claims) throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static String withPayload(String token, String find, String replacement) {
    String[] parts = token.split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.replace(find, replacement).getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_is_altered_anywhere_by_one_character_is_refused(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String key = client.key("kattosko-finance");
      assertThat(client.with(key).get(BALANCE).status()).isEqualTo(200);
      for (int at = 0; at < key.length(); at++) {
        char other = key.charAt(at) == 'a' ? 'b' : 'a';
        String altered = key.substring(0, at) + other + key.substring(at + 1);
        assertThat(client.with(altered).get(BALANCE).status())
            .as("character %d", at)
            .isEqualTo(401);
      }
      String longer = key + "a";
      String mixed = key.substring(0, 13) + client.key("kattosko-clerk").substring(13);
      for (String wrong : new String[] {longer, key.substring(1), mixed, key + "," + key, "tcl_"}) {
        assertThat(client.with(wrong).get(BALANCE).status()).as("a wrong form").isEqualTo(401);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_one_guesses_looks_the_same_whether_it_is_there_or_not(TestDatabase kind) {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(kind.fresh(), issuer.settings())) {
      Client outsider = service.client().with(issuer.token("ct-industries", "clerk", "auditor"));
      for (String path : new String[] {"", "/balance", "/aging", "/invoices", "/entries"}) {
        Client.Answer there = outsider.get(Client.AUXER + path);
        Client.Answer notThere = outsider.get("/v1/accounts/auxer-to-nobody" + path);
        assertThat(there.status()).as(path).isEqualTo(404);
        assertThat(there.text().replace("auxer-to-kattosko", "auxer-to-nobody"))
            .as(path)
            .isEqualTo(notThere.text());
      }
      assertThat(outsider.get("/v1/accounts").json().at("/items")).hasSize(1);
      assertThat(outsider.get("/v1/agreements/another-agreement").status()).isEqualTo(404);
      assertThat(outsider.get("/v1/audit-records?accountId=auxer-to-kattosko").status())
          .isEqualTo(404);
      String invoice =
          service
              .client()
              .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", DAY, "1.00"))
              .json()
              .get("id")
              .asText();
      assertThat(outsider.get(Client.KATTOSKO + "/invoices/" + invoice).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_a_body_must_not_say_is_refused_by_name(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client clerk = service.client().as("auxer-telecom-clerk");
      String invoice = Json.auxerInvoice("A-1", DAY, "1.00");
      for (String field :
          new String[] {
            "\"party\":\"kattosko\"",
            "\"sequence\":1",
            "\"balance\":\"0.00\"",
            "\"principal\":\"x\"",
            "\"accountId\":\"kattosko-to-seller\"",
            "\"__proto__\":{}"
          }) {
        Client.Answer answer =
            clerk.post(Client.AUXER + "/invoices", "{" + field + "," + invoice.substring(1));
        assertThat(answer.status()).as(field).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/code").asText())
            .as(field)
            .isEqualTo("unknown-field");
      }
      Client admin = service.client().as("kattosko-admin");
      for (String field :
          new String[] {"\"id\":\"abcd1234\"", "\"key\":\"tcl_x\"", "\"createdBy\":\"x\""}) {
        assertThat(admin.post("/v1/api-keys", "{\"roles\":[\"clerk\"]," + field + "}").status())
            .as(field)
            .isEqualTo(400);
      }
      assertThat(
              admin
                  .post("/v1/api-keys", "{\"party\":\"operator\",\"roles\":[\"admin\"]}")
                  .json()
                  .at("/errors/0/pointer")
                  .asText())
          .isEqualTo("/party");
      assertThat(clerk.get(BALANCE).json().get("sequence").asLong()).isZero();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_no_client_would_send_is_no_fault_of_the_service(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      for (String owner : new String[] {"operator-admin", "kattosko-admin"}) {
        Client admin = service.client().as(owner);
        assertThat(admin.send("DELETE", "/v1/api-keys/%00", null, null).status()).isEqualTo(404);
        for (String plain :
            new String[] {"api-keys:\0", "audit-records:\0=1", "audit-records:-=x"}) {
          String cursor =
              Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
          String list = plain.substring(0, plain.indexOf(':'));
          assertThat(admin.get("/v1/" + list + "?cursor=" + cursor.replace("=", "")).status())
              .as(plain)
              .isIn(200, 400);
        }
        assertThat(admin.get("/v1/audit-records?accountId=%00").status()).isEqualTo(404);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_text_that_names_no_message_is_a_404(TestDatabase kind) {
    try (Service service =
        Service.on(kind.fresh(), Webhooks.settings("dispatch.enabled", "false"))) {
      Webhooks own = Webhooks.of(service);
      String endpoint = own.make("http://127.0.0.1:9/").path();
      Client other = service.client().as("auxer-telecom-controller");
      for (String message : new String[] {"%00", "msg_%00", "a".repeat(3_000), "%F0%9F%98%80"}) {
        String delivery = endpoint + "/deliveries/" + message;
        for (Client client : new Client[] {own.client(), other}) {
          assertThat(client.get(delivery).status()).as(message).isEqualTo(404);
          assertThat(client.get(delivery + "/attempts").status()).as(message).isEqualTo(404);
          assertThat(client.send("POST", delivery + "/redelivery", null, null).status())
              .as(message)
              .isEqualTo(404);
        }
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_flood_of_unknown_token_keys_is_401_and_good_tokens_go_on(TestDatabase kind) {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(kind.fresh(), issuer.settings())) {
      Client good = service.client().with(issuer.token("kattosko", "finance"));
      assertThat(good.get(BALANCE).status()).isEqualTo(200);
      RSAKey own = TokenIssuer.newKey("x");
      for (int i = 0; i < 6; i++) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k" + i).build();
        String forged = TokenIssuer.signed(header, claims().build(), own);
        assertThat(service.client().with(forged).get(BALANCE).status()).isEqualTo(401);
        assertThat(good.get(BALANCE).status()).isEqualTo(200);
      }
    }
  }
}
