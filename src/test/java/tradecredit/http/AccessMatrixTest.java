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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.Public;
import tradecredit.access.Role;
import tradecredit.http.OpenApiDocument.Operation;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/**
 * Every operation of the OpenAPI document, asked by every role of every kind of party, against the
 * checked-in table: an operation that the table lacks fails the build.
 */
@Order(1)
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
      GoodRequests requests = new GoodRequests(service.client());
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
}
