package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.Public;
import tradecredit.access.Role;
import tradecredit.http.OpenApiDocument.Operation;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/**
 * Every operation of the OpenAPI document, asked by every role of every kind of party, against the
 * checked-in table: an operation that the table lacks fails the build.
 */
class AccessMatrixTest {

  private static final Map<String, String> PARTIES =
      Map.of(
          "supplier", "auxer-telecom",
          "buyer", "kattosko",
          "outsider", "ct-industries",
          "stranger", "unheard-of",
          "operator", "operator");

  private final OpenApiDocument document = OpenApiDocument.generated();
  private final AccessMatrix matrix = AccessMatrix.read();

  @Test
  void every_operation_of_the_document_has_its_rows_in_the_table() {
    assertThat(matrix.completeOperations())
        .isEqualTo(document.operations().stream().map(Operation::name).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_role_of_every_party_is_answered_as_the_table_says(TestDatabase kind) {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(kind.fresh(), settings(issuer))) {
      Requests requests = new Requests(service.client());
      List<String> wrong = new ArrayList<>();
      for (Operation operation : document.operations()) {
        for (String relation : AccessMatrix.RELATIONS) {
          for (Role role : Role.values()) {
            String party = PARTIES.get(relation);
            String bearer = party == null ? null : issuer.token(party, role.wireName());
            int expected = matrix.expected(operation.name(), relation, role);
            var answer = requests.send(operation.name(), service.client().with(bearer));
            if (answer.status() != expected) {
              wrong.add(
                  "%s as %s %s: %d expected, %s"
                      .formatted(operation.name(), relation, role, expected, answer));
            }
          }
        }
      }
      assertThat(wrong).isEmpty();
      Invariants.hold(service.database());
    }
  }

  private static Map<String, String> settings(TokenIssuer issuer) {
    Map<String, String> settings = Webhooks.settings("endpoints-per-party", "500");
    settings.putAll(issuer.settings());
    return settings;
  }

  @Test
  void the_document_names_the_roles_that_the_code_asks_for() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Map<String, Set<String>> asked =
          routes(service.context()).stream()
              .filter(route -> route.getUriMatchTemplate().toString().startsWith("/v1"))
              .filter(route -> !route.getHttpMethodName().equals("HEAD"))
              .collect(
                  Collectors.toMap(
                      AccessMatrixTest::name,
                      AccessMatrixTest::roles,
                      (one, other) -> {
                        assertThat(one).isEqualTo(other);
                        return one;
                      }));
      for (Operation operation : document.operations()) {
        assertThat(documented(operation))
            .as(operation.name())
            .isEqualTo(asked.get(operation.name()));
        assertThat(operation.responses().keySet())
            .as(operation.name())
            .contains("401", "403", "404", "429");
      }
    }
  }

  @Test
  void what_names_no_permission_is_public_by_name_or_management() {
    try (Service service = Service.on(TestDatabase.H2)) {
      assertThat(
              routes(service.context()).stream()
                  .filter(route -> !route.getAnnotationMetadata().hasAnnotation(Needs.class))
                  .filter(route -> !route.getAnnotationMetadata().hasAnnotation(Public.class))
                  .filter(route -> route.getPort() == null)
                  .map(AccessMatrixTest::name))
          .isEmpty();
    }
  }

  private static List<UriRouteInfo<?, ?>> routes(ApplicationContext context) {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .<UriRouteInfo<?, ?>>map(route -> route)
        .toList();
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
  }

  private static Set<String> roles(UriRouteInfo<?, ?> route) {
    return route
        .getAnnotationMetadata()
        .enumValue(Needs.class, Permission.class)
        .orElseThrow()
        .roles()
        .stream()
        .map(Role::wireName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented(Operation operation) {
    Set<String> scopes = new TreeSet<>();
    for (Object requirement : (List<?>) operation.node().getOrDefault("security", List.of())) {
      Object token = OpenApiDocument.mapOf(requirement).get("token");
      if (token instanceof List<?> names) {
        names.forEach(name -> scopes.add(String.valueOf(name)));
      }
    }
    return scopes;
  }

  /** A good request for each operation: what is denied is denied for who asks. */
  private static final class Requests {

    private static final String ACCOUNT = Client.AUXER;
    private static final String DAY = "2001-05-16";
    private static final String NOTE = "{\"principal\":\"60000.00\"}";

    private final Client client;
    private final AtomicInteger number = new AtomicInteger();
    private final String invoiceId;
    private final DeskSetting desk;
    private final WebhookSetting webhooks;

    Requests(Client client) {
      this.client = client;
      this.invoiceId =
          id(client.post(ACCOUNT + "/invoices", Json.auxerInvoice("A-1", DAY, "1.00")));
      this.desk = new DeskSetting(client);
      this.webhooks = new WebhookSetting(client.as("auxer-telecom-controller"));
      client.post("/v1/agreements/clifton-telecard-2001/promissory-note", NOTE);
    }

    private static String id(Client.Answer answer) {
      return answer.json().get("id").asText();
    }

    Client.Answer send(String operation, Client as) {
      desk.before(operation);
      try {
        return sendNow(operation, as);
      } finally {
        desk.after(operation);
      }
    }

    private Client.Answer sendNow(String operation, Client as) {
      String[] parts = operation.split(" ", -1);
      String path =
          webhooks
              .path(parts[0], desk.path(parts[1]))
              .replace("{accountId}", "auxer-to-kattosko")
              .replace("{agreementId}", "clifton-telecard-2001")
              .replace("{invoiceId}", invoiceId)
              .replace("{keyId}", operation.startsWith("DELETE") ? newKey() : "");
      String body = body(operation);
      String type = operation.endsWith("/import") ? "text/csv" : "application/json";
      return body == null
          ? as.send(parts[0], path, "k-" + number.incrementAndGet(), null)
          : as.send(parts[0], path, "k-" + number.incrementAndGet(), body, "Content-Type", type);
    }

    private String newKey() {
      return client
          .as("auxer-telecom-admin")
          .post("/v1/api-keys", "{\"roles\":[\"finance\"]}")
          .json()
          .get("id")
          .asText();
    }

    private @Nullable String body(String operation) {
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
}
