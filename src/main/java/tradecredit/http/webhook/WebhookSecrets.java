package tradecredit.http.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.PartyId;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.ProblemException;
import tradecredit.webhook.AddressRules;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.SealedSecrets;
import tradecredit.webhook.WebhookSecret;
import tradecredit.webhook.WebhookSettings;
import tradecredit.webhook.WebhookUrl;

/** Makes secrets of endpoints, and says what may be told of endpoints. */
@Singleton
final class WebhookSecrets {

  private static final int LONGEST_AUDITED = 900;

  private final SealedSecrets secrets;
  private final WebhookSettings settings;
  private final AddressRules rules;
  private final InstantSource clock;

  WebhookSecrets(SealedSecrets secrets, WebhookSettings settings, InstantSource clock) {
    this.secrets = secrets;
    this.settings = settings;
    this.rules = settings.addressRules();
    this.clock = clock;
  }

  /**
   * A new secret.
   *
   * @param plain for its owner
   * @param sealed for the store
   */
  record Sealed(WebhookSecret plain, String sealed) {}

  /** A secret for {@code endpoint}; a 409 where the operator has given no key to keep it under. */
  Sealed generate(EndpointId endpoint) {
    if (!secrets.isConfigured()) {
      throw new ProblemException(
          409,
          Codes.WEBHOOK_SECRETS_NOT_CONFIGURED,
          "Webhook secrets cannot be kept here",
          "The operator has configured neither encryption keys nor a file for one, so they cannot be encrypted.");
    }
    WebhookSecret secret = WebhookSecret.generate();
    return new Sealed(secret, secrets.seal(endpoint, secret));
  }

  /**
   * Until when the secret in force signs beside one that takes its place. Null where its key is
   * lost: nobody signs with it, and to keep it would keep the endpoint mute until its grace is
   * over.
   */
  @Nullable Instant graceOf(Endpoint endpoint) {
    return secrets.canOpenCurrent(endpoint)
        ? clock.instant().plus(settings.rotationGrace()).truncatedTo(ChronoUnit.MICROS)
        : null;
  }

  /**
   * What the audit tells of an endpoint as it is wanted, shortened to what a record takes: of its
   * URL not the path, which may hold what is secret.
   */
  String audited(Endpoint.Subscription subscription) {
    Set<String> types = subscription.eventTypes();
    String told =
        "%s; accounts: %s; event types: %s"
            .formatted(
                WebhookUrl.of(subscription.url(), rules, settings.allowHttp()).origin(),
                subscription.accounts().stream()
                    .map(AccountId::value)
                    .sorted()
                    .collect(Collectors.joining(", ")),
                types == null ? "all" : types.stream().sorted().collect(Collectors.joining(", ")));
    return told.length() <= LONGEST_AUDITED ? told : told.substring(0, LONGEST_AUDITED) + "…";
  }

  /** The 409 for one endpoint too many. */
  ProblemException tooMany(PartyId party) {
    return new ProblemException(
        409,
        Codes.TOO_MANY_WEBHOOK_ENDPOINTS,
        "The party has too many webhook endpoints",
        "%s has %d webhook endpoints, as many as it may; delete one first."
            .formatted(party, settings.endpointsPerParty()));
  }

  /** The 409 for one test too many. */
  ProblemException tooManyTests(EndpointId id) {
    return new ProblemException(
        409,
        Codes.TOO_MANY_TEST_EVENTS,
        "Too many test events wait",
        "%d test events wait for %s already.".formatted(settings.testsWaiting(), id));
  }
}
