package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A new secret: the one answer that shows it.
 *
 * @param id of which endpoint
 * @param secret signs from now on; it cannot be shown again
 * @param previousSecretUntil until when the secret before signs, too
 */
@Schema(name = "WebhookSecret")
@Serdeable
public record WebhookSecretBody(
    @WebhookSchemas.EndpointId String id,
    @WebhookSchemas.WebhookSecret String secret,
    Instant previousSecretUntil) {}
