package tradecredit.http.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What a test of an endpoint sends, as the OpenAPI document describes it. It is on no account and
 * on no feed.
 *
 * @param type {@code webhook.test}
 * @param timestamp when it was asked for
 * @param data which endpoint it is a test of
 */
@Schema(
    name = "WebhookTestMessage",
    description = "What a test of an endpoint sends. It is on no account and on no feed.")
record WebhookTestMessage(
    @Schema(type = "string", allowableValues = "webhook.test") String type,
    Instant timestamp,
    Data data) {

  /**
   * What a test tells.
   *
   * @param endpointId the endpoint
   */
  @Schema(name = "WebhookTestData")
  record Data(@WebhookSchemas.EndpointId String endpointId) {}
}
