package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Whether a webhook endpoint is to be told, as the OpenAPI document describes it.
 *
 * @param state what it is to be
 */
@Schema(
    name = "WebhookStateRequest",
    description = "Whether a webhook endpoint is to be told.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record WebhookStateRequest(@WebhookSchemas.EndpointSwitch String state) {}
