package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.Endpoints;

/**
 * A webhook endpoint, without what is secret of it.
 *
 * @param id what names it
 * @param party whose it is
 * @param url where it listens
 * @param eventTypes which events it is told; null for all
 * @param accounts of which accounts, as far as its party is on them now; empty where it is on none
 * @param description what its owner calls it
 * @param state whether it is told
 * @param stateReason why it is disabled: its owner said so, its receiver answered 410, or it failed
 *     for too long; null where it is not
 * @param stateSince since when it stands so
 * @param createdBy the principal that made it
 * @param createdAt when
 * @param previousSecretUntil until when the secret before the last rotation signs, too; null where
 *     there was none
 * @param failingSince when the first attempt since the last success failed; null if none did
 * @param lastSuccessAt when one last succeeded, to within a minute; null if never
 * @param pausedUntil until when its receiver asked not to be called; null if it did not
 * @param backlog what it has not been told
 */
@Schema(name = "WebhookEndpoint")
@Serdeable
public record WebhookEndpointBody(
    @WebhookSchemas.EndpointId String id,
    @ApiSchemas.Slug String party,
    @WebhookSchemas.WebhookUrl String url,
    @Nullable @WebhookSchemas.EventTypes List<String> eventTypes,
    @WebhookSchemas.Accounts List<String> accounts,
    @Nullable String description,
    @WebhookSchemas.EndpointState String state,
    @Nullable @WebhookSchemas.EndpointReason String stateReason,
    Instant stateSince,
    String createdBy,
    Instant createdAt,
    @Nullable Instant previousSecretUntil,
    @Nullable Instant failingSince,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant pausedUntil,
    WebhookBacklogBody backlog) {

  static WebhookEndpointBody of(Endpoints.Seen seen) {
    Endpoint endpoint = seen.endpoint();
    Endpoint.Reason reason = endpoint.reason();
    Set<String> types = endpoint.subscription().eventTypes();
    return new WebhookEndpointBody(
        endpoint.id().value(),
        endpoint.party().value(),
        endpoint.subscription().url(),
        types == null ? null : new ArrayList<>(types),
        endpoint.subscription().accounts().stream().map(AccountId::value).toList(),
        endpoint.subscription().description(),
        endpoint.state().wireName(),
        reason == null ? null : reason.wireName(),
        endpoint.stateSince(),
        endpoint.createdBy(),
        endpoint.createdAt(),
        endpoint.secrets().previousUntil(),
        endpoint.health().failingSince(),
        endpoint.health().lastSuccessAt(),
        endpoint.health().pausedUntil(),
        WebhookBacklogBody.of(seen.backlog()));
  }
}
