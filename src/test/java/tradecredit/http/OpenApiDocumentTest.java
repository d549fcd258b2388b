package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.http.OpenApiDocument.Example;
import tradecredit.http.OpenApiDocument.Operation;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * The OpenAPI document: the accepted copy is the generated one, it is complete, and it is served
 * with a page.
 */
class OpenApiDocumentTest {

  private static final Path ACCEPTED = Path.of("openapi", "trade-credit-ledger.yml");
  private static final String TO_ACCEPT =
      "cp target/classes/" + OpenApiDocument.RESOURCE + " " + ACCEPTED;
  private static final Path README = Path.of("README.md");

  /** A call and its body, in a table of the README. */
  private static final Pattern CALL =
      Pattern.compile("(?m)^\\|[^|]+\\| `(/[^`]+)` \\| `(\\{[^`]+})` \\|$");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:src|href|url|import)\\s*[=:(]\\s*[\"']?(?:https?:)?//");

  /** How a null is read. */
  private static final String NOTHING = "null";

  private final OpenApiDocument document = OpenApiDocument.generated();

  @Test
  void the_checked_in_document_is_the_one_that_the_build_generates() throws IOException {
    List<String> accepted = Files.exists(ACCEPTED) ? Files.readAllLines(ACCEPTED) : List.of();
    List<String> generated = document.text().lines().toList();
    int line = 0;
    while (line < accepted.size()
        && line < generated.size()
        && accepted.get(line).equals(generated.get(line))) {
      line++;
    }
    assertThat(accepted.equals(generated))
        .as(
            "%s is not what the build generates: from line %d on it says%n  %s%nand the build says%n  %s%n"
                + "If the API is meant to change, accept it with%n  %s%nand commit it.",
            ACCEPTED, line + 1, at(accepted, line), at(generated, line), TO_ACCEPT)
        .isTrue();
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(nothing more)";
  }

  /** The compiler looks at Java alone: where this fails after a change, build from clean. */
  @Test
  void the_examples_are_those_of_their_files() {
    assertThat(Examples.of(document.text())).isEqualTo(Examples.all());
  }

  @Test
  void every_reference_leads_to_a_component_and_every_component_is_referred_to() {
    Set<String> references = new TreeSet<>();
    collectReferences(document.root(), references);
    Set<String> components = new TreeSet<>();
    Map<String, Object> kinds = new TreeMap<>(OpenApiDocument.map(document.root(), "components"));
    kinds.remove("securitySchemes");
    kinds.forEach(
        (kind, each) ->
            OpenApiDocument.mapOf(each)
                .keySet()
                .forEach(name -> components.add("#/components/" + kind + "/" + name)));
    assertThat(references).isEqualTo(components);
  }

  private static void collectReferences(Object node, Set<String> into) {
    if (node instanceof Map<?, ?> members) {
      if (members.get("$ref") instanceof String reference) {
        into.add(reference);
      }
      members.values().forEach(member -> collectReferences(member, into));
    } else if (node instanceof List<?> items) {
      items.forEach(item -> collectReferences(item, into));
    }
  }

  @Test
  void every_operation_has_an_id_of_its_own_a_summary_a_known_tag_and_examples() {
    Set<String> tags =
        listOfMaps(document.root().get("tags")).stream()
            .map(tag -> String.valueOf(tag.get("name")))
            .collect(Collectors.toSet());
    Set<Object> ids = new TreeSet<>();
    assertThat(document.operations()).isNotEmpty();
    for (Operation operation : document.operations()) {
      assertThat(operation.node())
          .as(operation.name())
          .containsKeys("operationId", "summary", "tags");
      assertThat(ids.add(operation.node().get("operationId")))
          .as(operation.name() + ": its id is its own")
          .isTrue();
      assertThat(tags.containsAll(listOf(operation.node().get("tags"))))
          .as(operation.name() + ": its tags are known")
          .isTrue();
      assertThat(document.examples(operation)).as(operation.name()).isNotEmpty();
    }
  }

  @Test
  void every_response_with_a_body_has_an_example_and_every_error_is_a_problem() {
    for (Operation operation : document.operations()) {
      assertThat(operation.responses().keySet())
          .as(operation.name())
          .contains("400", "406", "503")
          .anyMatch(status -> status.startsWith("2"));
      operation
          .responses()
          .forEach(
              (status, response) -> {
                Map<String, Object> content =
                    OpenApiDocument.map(OpenApiDocument.mapOf(response), "content");
                String where = operation.name() + " " + status;
                if (Integer.parseInt(status) >= 400) {
                  assertThat(content).as(where).containsOnlyKeys("application/problem+json");
                } else if (!status.equals("304") && !status.equals("204")) {
                  assertThat(content).as(where).containsOnlyKeys("application/json");
                }
                content
                    .values()
                    .forEach(
                        media ->
                            assertThat(
                                    OpenApiDocument.map(OpenApiDocument.mapOf(media), "examples"))
                                .as(where)
                                .isNotEmpty());
              });
    }
  }

  @Test
  void every_example_has_the_members_that_its_schema_asks_for_and_no_others() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : document.operations()) {
      for (Example example : document.examples(operation)) {
        compare(example.where(), example.value(), example.schema(), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_bodies_that_the_readme_shows_are_of_their_schemas() throws IOException {
    Map<String, Operation> byName =
        document.operations().stream()
            .collect(Collectors.toMap(Operation::name, operation -> operation));
    List<String> wrong = new ArrayList<>();
    List<MatchResult> rows = CALL.matcher(Files.readString(README)).results().toList();
    assertThat(rows).hasSizeGreaterThan(5);
    for (MatchResult row : rows) {
      String name = "POST /v1/accounts/{accountId}" + row.group(1);
      Operation operation = Objects.requireNonNull(byName.get(name), name);
      Map<String, Object> body = OpenApiDocument.map(operation.node(), "requestBody");
      Map<String, Object> media =
          OpenApiDocument.map(OpenApiDocument.map(body, "content"), "application/json");
      compare(
          name,
          OpenApiDocument.yaml().load(row.group(2)),
          document.resolved(OpenApiDocument.map(media, "schema")),
          wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** Nobody could tell otherwise when it is null. */
  @Test
  void what_may_be_null_is_described() {
    List<String> undescribed = new ArrayList<>();
    Map<String, Object> components = OpenApiDocument.map(document.root(), "components");
    OpenApiDocument.map(components, "schemas")
        .forEach(
            (schema, node) ->
                OpenApiDocument.map(OpenApiDocument.mapOf(node), "properties")
                    .forEach(
                        (name, member) -> {
                          Map<String, Object> property = OpenApiDocument.mapOf(member);
                          if ("true".equals(property.get("nullable"))
                              && !property.containsKey("description")) {
                            undescribed.add(schema + "." + name);
                          }
                        }));
    assertThat(undescribed).isEmpty();
  }

  private void compare(String where, Object value, Map<String, Object> schema, List<String> wrong) {
    if (schema.get("oneOf") instanceof List<?> choices) {
      compareChoices(where, value, choices, wrong);
    } else if (!isOfType(value, schema.get("type"))) {
      wrong.add(where + " is no " + schema.get("type") + ": " + value);
    } else if (value instanceof List<?> items) {
      Map<String, Object> each = document.resolved(OpenApiDocument.map(schema, "items"));
      items.forEach(item -> compare(where + "[]", item, each, wrong));
    } else if (value instanceof Map<?, ?>) {
      compareMembers(where, OpenApiDocument.mapOf(value), schema, wrong);
    } else if (value instanceof String text) {
      compareText(where, text, schema, wrong);
    }
  }

  private void compareChoices(String where, Object value, List<?> choices, List<String> wrong) {
    List<List<String>> faults = new ArrayList<>();
    for (Object choice : choices) {
      List<String> found = new ArrayList<>();
      compare(where, value, document.resolved(OpenApiDocument.mapOf(choice)), found);
      faults.add(found);
    }
    if (faults.stream().filter(List::isEmpty).count() != 1) {
      wrong.add(where + " is not one of its schemas: " + faults);
    }
  }

  /**
   * Whether a value is of a schema's type, if it names one. Every scalar is read as its text, so
   * one that is null may stand in any place.
   */
  private static boolean isOfType(Object value, @Nullable Object type) {
    return switch (String.valueOf(type)) {
      case "object" -> value instanceof Map || value.equals(NOTHING);
      case "array" -> value instanceof List || value.equals(NOTHING);
      case "null" -> true;
      default -> value instanceof String;
    };
  }

  private void compareMembers(
      String where, Map<String, Object> members, Map<String, Object> schema, List<String> wrong) {
    Map<String, Object> properties = OpenApiDocument.map(schema, "properties");
    listOf(schema.get("required")).stream()
        .filter(name -> !members.containsKey(name))
        .forEach(name -> wrong.add(where + " lacks " + name));
    members.forEach(
        (name, member) -> {
          if (properties.containsKey(name)) {
            Map<String, Object> property = OpenApiDocument.map(properties, name);
            compare(where + "." + name, member, document.resolved(property), wrong);
          } else {
            compareFurther(where + "." + name, member, schema, wrong);
          }
        });
  }

  /** A member that its schema does not name, and allows only where it says so. */
  private void compareFurther(
      String where, Object member, Map<String, Object> schema, List<String> wrong) {
    Object further = schema.get("additionalProperties");
    if (further instanceof Map<?, ?> each) {
      compare(where, member, document.resolved(OpenApiDocument.mapOf(each)), wrong);
    } else if (!"true".equals(further)) {
      wrong.add(where + " is not foreseen");
    }
  }

  private static void compareText(
      String where, String text, Map<String, Object> schema, List<String> wrong) {
    if (text.equals(NOTHING)) {
      return;
    }
    if (schema.get("pattern") instanceof String pattern && !Pattern.matches(pattern, text)) {
      wrong.add(where + " is not of the form " + pattern + ": " + text);
    }
    if (schema.get("enum") instanceof List<?> values && !values.contains(text)) {
      wrong.add(where + " is none of " + values + ": " + text);
    }
  }

  @Test
  void the_operations_are_the_routes_of_the_running_service() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Set<String> routes =
          service
              .context()
              .getBean(Router.class)
              .uriRoutes()
              .filter(route -> route.getUriMatchTemplate().toString().startsWith("/v1"))
              .filter(route -> !route.getHttpMethodName().equals("HEAD"))
              .map(OpenApiDocumentTest::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(document.operations().stream().map(Operation::name))
          .containsExactlyInAnyOrderElementsOf(routes);
    }
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
  }

  @Test
  void pages_are_read_and_nothing_else() {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (String path : List.of("/docs", "/docs/", "/openapi/trade-credit-ledger.yml")) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
          var answer = service.client().send(method, path, null, null);
          assertThat(answer.status()).as("%s %s", method, path).isEqualTo(405);
          assertThat(answer.code()).isEqualTo("method-not-allowed");
          assertThat(answer.header("Allow").orElseThrow().split(",", -1))
              .containsExactlyInAnyOrder("GET", "HEAD");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts/kattosko-to-seller/balances", "/v2/accounts", "/"})
  void a_path_at_which_nothing_is_served_is_told_where_the_page_is(String path) {
    try (Service service = Service.on(TestDatabase.H2)) {
      var answer = service.client().get(path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("not-found");
      assertThat(answer.json().path("detail").asText())
          .isEqualTo("Nothing is served at this path; the page at /docs/ lists what is.");
    }
  }

  @Test
  void the_page_and_all_that_it_loads_come_from_the_service_itself() {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (String path : List.of("/docs", "/docs/", "/docs/index.html")) {
        var page = service.client().get(path, "Accept", "text/html");
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.header("Content-Type").orElse("")).as(path).startsWith("text/html");
        assertThat(page.text())
            .as(path)
            .contains("/docs/res/swagger-ui-bundle.js", "/openapi/trade-credit-ledger.yml");
        assertThat(ELSEWHERE.matcher(page.text()).find())
            .as(path + " loads from elsewhere")
            .isFalse();
      }
      for (String file :
          List.of(
              "swagger-ui.css",
              "swagger-ui-bundle.js",
              "swagger-ui-standalone-preset.js",
              "favicon-32x32.png")) {
        assertThat(service.client().get("/docs/res/" + file).status()).as(file).isEqualTo(200);
      }
      assertThat(service.client().get("/openapi/trade-credit-ledger.yml").text())
          .isEqualTo(document.text());
    }
  }

  @Test
  void a_file_comes_whole_whatever_part_of_it_is_asked_for() {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (String range : List.of("bytes=-5", "bytes=0-5", "bytes=5-")) {
        var file =
            service
                .client()
                .get("/openapi/trade-credit-ledger.yml", "Range", range, "If-Range", "\"x\"");
        assertThat(file.status()).as(range).isEqualTo(200);
        assertThat(file.text()).as(range).isEqualTo(document.text());
      }
    }
  }

  private static List<?> listOf(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  private static List<Map<String, Object>> listOfMaps(@Nullable Object value) {
    return listOf(value).stream().map(OpenApiDocument::mapOf).toList();
  }
}
