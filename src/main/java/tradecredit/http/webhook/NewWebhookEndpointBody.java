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
import tradecredit.webhook.WebhookSecret;

/**
 * A new webhook endpoint: the one answer that shows its secret.
 *
 * @param id what names it
 * @param secret what its messages are signed with; it cannot be shown again
 * @param party whose it is
 * @param url where it listens
 * @param eventTypes which events it is told; null for all
 * @param accounts of which accounts
 * @param description what its owner calls it
 * @param state whether it is told
 * @param createdBy the principal that made it
 * @param createdAt when
 */
@Schema(name = "NewWebhookEndpoint")
@Serdeable
public record NewWebhookEndpointBody(
    @WebhookSchemas.EndpointId String id,
    @WebhookSchemas.WebhookSecret String secret,
    @ApiSchemas.Slug String party,
    @WebhookSchemas.WebhookUrl String url,
    @Nullable @WebhookSchemas.EventTypes List<String> eventTypes,
    @WebhookSchemas.Accounts List<String> accounts,
    @Nullable String description,
    @WebhookSchemas.EndpointState String state,
    String createdBy,
    Instant createdAt) {

  static NewWebhookEndpointBody of(Endpoint endpoint, WebhookSecret secret) {
    Set<String> types = endpoint.subscription().eventTypes();
    return new NewWebhookEndpointBody(
        endpoint.id().value(),
        secret.reveal(),
        endpoint.party().value(),
        endpoint.subscription().url(),
        types == null ? null : new ArrayList<>(types),
        endpoint.subscription().accounts().stream().map(AccountId::value).toList(),
        endpoint.subscription().description(),
        endpoint.state().wireName(),
        endpoint.createdBy(),
        endpoint.createdAt());
  }
}
