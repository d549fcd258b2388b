package tradecredit.http;

import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;
import tradecredit.support.Webhooks;

/** An endpoint of the supplier's where nobody listens, and a message for it. */
final class WebhookSetting {

  private static final String WANTED = "{\"url\":\"http://127.0.0.1:9/\"}";

  private final Webhooks webhooks;
  private final Webhooks.Made endpoint;
  private final String message;

  WebhookSetting(Client controller) {
    this.webhooks = new Webhooks(controller);
    this.endpoint = webhooks.makeOf(WANTED);
    this.message = webhooks.test(endpoint).json().get("messageId").asText();
  }

  /** The path with ids; what is deleted is made anew. */
  String path(String method, String path) {
    String id =
        method.equals("DELETE") && path.contains("{endpointId}")
            ? webhooks.makeOf(WANTED).id()
            : endpoint.id();
    return path.replace("{endpointId}", id).replace("{messageId}", message);
  }

  static @Nullable String body(String operation) {
    return switch (operation.substring(operation.indexOf(' ') + 1)) {
      case "/v1/webhook-endpoints", "/v1/webhook-endpoints/{endpointId}" ->
          operation.startsWith("P") ? WANTED : null;
      case "/v1/webhook-endpoints/{endpointId}/state" -> "{\"state\":\"enabled\"}";
      case "/v1/webhook-endpoints/{endpointId}/recovery" -> "{\"since\":\"2001-05-16T00:00:00Z\"}";
      default -> null;
    };
  }
}
