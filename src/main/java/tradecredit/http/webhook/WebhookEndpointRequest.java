package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;

/**
 * A webhook endpoint as its owner wants it, as the OpenAPI document describes it; {@link
 * WebhookReader} reads it.
 *
 * @param url where it listens: https, port 443, a public address
 * @param eventTypes which events it is told; without it, all, those included that are yet to come
 * @param accounts of which accounts; without it, all that the caller's party is on today. An empty
 *     list is taken where an endpoint is replaced, and not where one is made
 * @param description what its owner calls it
 */
@ApiSchemas.Sent
@Schema(
    name = "WebhookEndpointRequest",
    description = "A webhook endpoint as its owner wants it.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record WebhookEndpointRequest(
    @WebhookSchemas.WebhookUrl String url,
    @Nullable @WebhookSchemas.EventTypes List<String> eventTypes,
    @Nullable @WebhookSchemas.Accounts List<String> accounts,
    @Nullable @ApiSchemas.Text String description) {}
