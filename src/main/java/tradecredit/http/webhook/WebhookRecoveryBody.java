package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is sent anew.
 *
 * @param recovered how many deliveries are due now
 */
@Schema(name = "WebhookRecovery")
@Serdeable
public record WebhookRecoveryBody(long recovered) {}
