package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Logged;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;

/** What tokens are told while their provider is away, and while it is there. */
class ProviderOutageTest {

  private static final String BALANCE = Client.KATTOSKO + "/balance";
  private static final RSAKey STRANGER = TokenIssuer.newKey("stranger");

  /** So short that a test sees the end of it. */
  private static final IdentityTokens.Fetching SHORT =
      new IdentityTokens.Fetching(
          Duration.ofMillis(1_100), Duration.ofSeconds(1), Duration.ofMillis(1_200));

  private static final IdentityTokens.Fetching TOLERANT =
      new IdentityTokens.Fetching(
          Duration.ofMillis(1_100), Duration.ofSeconds(1), Duration.ofHours(1));

  private static TokenSettings settings(TokenIssuer issuer) {
    return new TokenSettings(
        issuer.settings().get("tradecredit.access.tokens.jwks-url"),
        TokenIssuer.ISSUER,
        TokenIssuer.AUDIENCE,
        "RS256",
        "party",
        "roles",
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofMinutes(5));
  }

  private static Service service(TokenIssuer issuer, IdentityTokens.Fetching fetching) {
    IdentityTokens tokens = new IdentityTokens(settings(issuer), fetching);
    return Service.on(
        TestDatabase.H2.fresh(), issuer.settings(), Service.part(IdentityTokens.class, tokens));
  }

  private static String strange() {
    return TokenIssuer.signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(STRANGER.getKeyID()).build(),
        TokenIssuer.claims("kattosko", "finance").build(),
        STRANGER);
  }

  @Test
  void when_its_keys_are_old_whoever_has_a_token_is_told_to_come_again() throws Exception {
    TokenIssuer issuer = new TokenIssuer();
    try (Service service = service(issuer, SHORT);
        Logged logged = Logged.of(ProviderKeys.class)) {
      Client holder = service.client().with(issuer.token("kattosko", "finance"));
      assertThat(holder.get(BALANCE).status()).isEqualTo(200);
      issuer.close();
      TimeUnit.SECONDS.sleep(3);
      for (int asked = 0; asked < 5; asked++) {
        Client.Answer answer = holder.get(BALANCE);
        assertThat(answer.status()).as(asked + ": " + answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("1");
      }
      assertThat(logged.lines(Level.TRACE))
          .singleElement()
          .satisfies(
              told ->
                  assertThat(told)
                      .startsWith("The token provider's keys cannot be fetched: ")
                      .contains("Connection refused"));
    }
  }

  @Test
  void until_then_good_tokens_are_taken_and_of_others_nobody_knows() throws Exception {
    TokenIssuer issuer = new TokenIssuer();
    try (Service service = service(issuer, TOLERANT)) {
      Client holder = service.client().with(issuer.token("kattosko", "finance"));
      assertThat(holder.get(BALANCE).status()).isEqualTo(200);
      issuer.close();
      TimeUnit.SECONDS.sleep(2);
      Client stranger = service.client().with(strange());
      for (int asked = 0; asked < 5; asked++) {
        assertThat(holder.get(BALANCE).status()).as(asked + " of the provider's").isEqualTo(200);
        assertThat(stranger.get(BALANCE).status()).as(asked + " of an unknown").isEqualTo(503);
      }
    }
  }

  @Test
  void while_it_is_there_a_flood_of_unknown_keys_is_denied_and_good_tokens_are_not() {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = service(issuer, TOLERANT)) {
      Client stranger = service.client().with(strange());
      Client holder = service.client().with(issuer.token("kattosko", "finance"));
      for (int asked = 0; asked < 10; asked++) {
        assertThat(stranger.get(BALANCE).status()).as(asked + " of an unknown").isEqualTo(401);
        assertThat(holder.get(BALANCE).status()).as(asked + " of the provider's").isEqualTo(200);
      }
    }
  }

  @Test
  void the_type_of_an_access_token_is_taken_in_both_spellings() {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(TestDatabase.H2.fresh(), issuer.settings())) {
      for (String type : new String[] {"at+jwt", "application/at+jwt"}) {
        String token =
            TokenIssuer.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(issuer.key().getKeyID())
                    .type(new JOSEObjectType(type))
                    .build(),
                TokenIssuer.claims("kattosko", "finance").build(),
                issuer.key());
        assertThat(service.client().with(token).get(BALANCE).status()).as(type).isEqualTo(200);
      }
    }
  }
}
