package tradecredit.http.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.webhook.Attempt;
import tradecredit.webhook.Delivery;

/**
 * One message for one endpoint.
 *
 * @param messageId its webhook-id, the same over all attempts and endpoints
 * @param endpointId for whom
 * @param type its dotted type
 * @param accountId of which account the event is; null for a test
 * @param sequence its number on the account; null for a test
 * @param eventAt when it happened
 * @param state where it stands
 * @param attempts how many attempts were made
 * @param nextAttemptAt when the next is due; null where none is
 * @param finishedAt when it was delivered or given up; null while it waits
 * @param lastAttempt what came of the last; null where none was made
 */
@Schema(name = "WebhookDelivery")
@Serdeable
public record WebhookDeliveryBody(
    @WebhookSchemas.MessageId String messageId,
    @WebhookSchemas.EndpointId String endpointId,
    @WebhookSchemas.MessageType String type,
    @Nullable @WebhookSchemas.AccountId String accountId,
    @Nullable Long sequence,
    Instant eventAt,
    @WebhookSchemas.DeliveryState String state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant finishedAt,
    @JsonPropertyDescription("what came of the last; null where none was made")
        @Nullable WebhookAttemptBody lastAttempt) {

  static WebhookDeliveryBody of(Delivery delivery) {
    AccountId account = delivery.account();
    Attempt last = delivery.last();
    return new WebhookDeliveryBody(
        delivery.messageId(),
        delivery.endpoint().value(),
        delivery.type(),
        account == null ? null : account.value(),
        delivery.sequence(),
        delivery.eventAt(),
        delivery.state().wireName(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.finishedAt(),
        last == null ? null : WebhookAttemptBody.of(delivery.attempts(), last));
  }
}
