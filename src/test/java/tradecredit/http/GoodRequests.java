package tradecredit.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Webhooks;

/** A good request for each operation: what is denied is denied for who asks. */
final class GoodRequests {

  private static final String ACCOUNT = Client.AUXER;
  private static final String DAY = "2001-05-16";
  private static final String NOTE = "{\"principal\":\"60000.00\"}";

  private final Client client;
  private final AtomicInteger number = new AtomicInteger();
  private final String invoiceId;
  private final DeskSetting desk;
  private final WebhookSetting webhooks;

  GoodRequests(Client client) {
    this.client = client;
    this.invoiceId = id(client.post(ACCOUNT + "/invoices", Json.auxerInvoice("A-1", DAY, "1.00")));
    this.desk = new DeskSetting(client);
    this.webhooks = new WebhookSetting(client.as("auxer-telecom-controller"));
    client.post("/v1/agreements/clifton-telecard-2001/promissory-note", NOTE);
  }

  private static String id(Client.Answer answer) {
    return answer.json().get("id").asText();
  }

  /** Asks for {@code operation}, once what it needs is there. */
  Client.Answer send(String operation, Client as) {
    return send(operation, "", as);
  }

  /** The same with a query behind its path. */
  Client.Answer send(String operation, String query, Client as) {
    desk.before(operation);
    try {
      return sendNow(operation, query, as);
    } finally {
      desk.after(operation);
    }
  }

  private Client.Answer sendNow(String operation, String query, Client as) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path = path(operation) + query;
    String body = body(operation);
    String key = "k-" + number.incrementAndGet();
    return body == null
        ? as.send(method, path, key, null)
        : as.send(method, path, key, body, "Content-Type", type(operation));
  }

  /** Where a good request for {@code operation} goes. */
  String path(String operation) {
    String[] parts = operation.split(" ", -1);
    return webhooks
        .path(parts[0], desk.path(parts[1]))
        .replace("{accountId}", "auxer-to-kattosko")
        .replace("{agreementId}", "clifton-telecard-2001")
        .replace("{invoiceId}", invoiceId)
        .replace("{keyId}", operation.startsWith("DELETE") ? newKey() : "");
  }

  /** Of what type the body for {@code operation} is. */
  static String type(String operation) {
    return operation.endsWith("/import") ? "text/csv" : "application/json";
  }

  private String newKey() {
    return client
        .as("auxer-telecom-admin")
        .post("/v1/api-keys", "{\"roles\":[\"finance\"]}")
        .json()
        .get("id")
        .asText();
  }

  /** A good body for {@code operation}; null where it takes none. */
  @Nullable String body(String operation) {
    return operation.contains(Webhooks.PATH)
        ? WebhookSetting.body(operation)
        : bodyOfOthers(operation);
  }

  private @Nullable String bodyOfOthers(String operation) {
    String name = "M-" + number.incrementAndGet();
    String invoice = Json.auxerInvoice(name, DAY, "0.10");
    return switch (operation) {
      case "PUT /v1/business-date" -> "{\"date\":\"" + DAY + "\"}";
      case "POST /v1/api-keys" -> "{\"roles\":[\"finance\"]}";
      case "POST /v1/accounts/{accountId}/invoices",
          "POST /v1/accounts/{accountId}/credit-checks" ->
          invoice;
      case "POST /v1/accounts/{accountId}/invoices/batch" ->
          "{\"mode\":\"atomic\",\"invoices\":[" + invoice + "]}";
      case "POST /v1/accounts/{accountId}/invoices/import" ->
          "number,invoiceDate,product,faceValue,quantity,discount,memo\n"
              + name
              + ","
              + DAY
              + ",auxer-direct,0.10,1,0,\n";
      case "POST /v1/accounts/{accountId}/payments" -> Json.payment(name, DAY, "0.10");
      case "POST /v1/agreements/{agreementId}/promissory-note" -> NOTE;
      case "POST /v1/agreements/{agreementId}/promissory-note/payments" ->
          Json.payment(name, DAY, "0.10");
      case "POST /v1/agreements/{agreementId}/covenant-checks" ->
          "{\"seller\":\"seller\",\"product\":\"original\",\"customer\":\"quick-stop\","
              + "\"discount\":\"0\",\"date\":\""
              + DAY
              + "\"}";
      default -> {
        String act = desk.body(operation);
        if (act != null) {
          yield act;
        }
        if (operation.startsWith("POST") || operation.startsWith("PUT")) {
          throw new IllegalStateException("there is no request for " + operation);
        }
        yield null;
      }
    };
  }
}
