package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What is to be sent anew, as the OpenAPI document describes it.
 *
 * @param since events recorded at this instant or later
 */
@Schema(
    name = "WebhookRecoveryRequest",
    description = "What is to be sent anew.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record WebhookRecoveryRequest(Instant since) {}
