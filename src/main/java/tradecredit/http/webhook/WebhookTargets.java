package tradecredit.http.webhook;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import tradecredit.access.AuditEvent;
import tradecredit.access.DeniedAttempts;
import tradecredit.access.Principal;
import tradecredit.agreement.PartyId;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.ProblemException;
import tradecredit.platform.Shortened;
import tradecredit.webhook.Deliveries;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Endpoints;
import tradecredit.webhook.WebhookSettings;

/**
 * The endpoint and the delivery that a path names: a 404 for what is not there and for what is
 * another party's, word for word the same; the latter leaves an audit record.
 */
@Singleton
final class WebhookTargets {

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final DeniedAttempts attempts;
  private final WebhookSettings settings;

  WebhookTargets(
      Endpoints endpoints,
      Deliveries deliveries,
      DeniedAttempts attempts,
      WebhookSettings settings) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.settings = settings;
  }

  /** What somebody does to an endpoint. */
  record EndpointAct(Endpoints.Seen seen, AuditEvent audit) {

    Endpoint endpoint() {
      return seen.endpoint();
    }

    EndpointId id() {
      return endpoint().id();
    }
  }

  /** The endpoint, to be read. */
  Endpoints.Seen get(HttpRequest<?> request, String endpointId) {
    return act(request, endpointId, "read-webhook-endpoint", "").seen();
  }

  /** The endpoint, to which {@code action} is done; it is not deleted, or a 409. */
  EndpointAct change(HttpRequest<?> request, String endpointId, String action, String detail) {
    EndpointAct act = act(request, endpointId, action, detail);
    if (act.endpoint().state() == Endpoint.State.DELETED) {
      throw deleted(act.id());
    }
    return act;
  }

  /** The endpoint, to which something is to be sent; it is enabled, or a 409. */
  EndpointAct send(HttpRequest<?> request, String endpointId, String action, String detail) {
    EndpointAct act = change(request, endpointId, action, detail);
    if (act.endpoint().state() != Endpoint.State.ENABLED) {
      throw new ProblemException(
          409,
          Codes.WEBHOOK_ENDPOINT_DISABLED,
          "The endpoint is disabled",
          "Nothing is sent to %s while it is disabled; enable it first.".formatted(act.id()));
    }
    return act;
  }

  /** The endpoint, deleted or not, and the record of what is done to it. */
  EndpointAct act(HttpRequest<?> request, String endpointId, String action, String detail) {
    Principal principal = Principal.of(request);
    EndpointId id = id(endpointId).orElseThrow(() -> none(endpointId));
    AuditEvent.What what = new AuditEvent.What(action, "webhook-endpoints/" + id, detail);
    String party = principal.party().value();
    Endpoints.Seen seen =
        endpoints
            .get(id)
            .filter(found -> found.endpoint().party().equals(principal.party()))
            .orElseThrow(
                () -> {
                  // The same of another party's and of none: the own audit must not tell either.
                  attempts.note(AuditEvent.denied(request, what));
                  return none(endpointId);
                });
    return new EndpointAct(seen, AuditEvent.done(request, what, party));
  }

  private static Optional<EndpointId> id(String text) {
    try {
      return Optional.of(new EndpointId(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The delivery of that message to that endpoint, or a 404. */
  Delivery delivery(EndpointId endpoint, String messageId) {
    return deliveries.get(endpoint, messageId(messageId)).orElseThrow(() -> noDelivery(messageId));
  }

  /** The text, which may be a message's id, or a 404: the database does not take all others. */
  static String messageId(String text) {
    if (!text.matches(WebhookSchemas.MESSAGE)) {
      throw noDelivery(text);
    }
    return text;
  }

  /** The same, where there is none, or none any more. */
  static ProblemException noDelivery(String messageId) {
    return ProblemException.notFound(
        "The endpoint has no delivery of the message "
            + Shortened.of(messageId)
            + ", or has none any more.");
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

  static ProblemException deleted(EndpointId id) {
    return new ProblemException(
        409,
        Codes.WEBHOOK_ENDPOINT_DELETED,
        "The endpoint is deleted",
        "%s is deleted; what was sent to it can be read until it is swept.".formatted(id));
  }

  private static ProblemException none(String endpointId) {
    return ProblemException.notFound(
        "There is no webhook endpoint " + Shortened.of(endpointId) + ".");
  }
}
