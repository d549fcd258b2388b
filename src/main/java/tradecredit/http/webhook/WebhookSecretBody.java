package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new secret: the one answer that shows it.
 *
 * @param id of which endpoint
 * @param secret signs from now on; it cannot be shown again
 * @param previousSecretUntil until when the secret before signs, too; null where the service has
 *     lost the key that it was kept under, and signs with it no more
 */
@Schema(name = "WebhookSecret")
@Serdeable
public record WebhookSecretBody(
    @WebhookSchemas.EndpointId String id,
    @WebhookSchemas.WebhookSecret String secret,
    @Nullable Instant previousSecretUntil) {}
