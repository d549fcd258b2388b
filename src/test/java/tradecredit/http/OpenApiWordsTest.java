package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the OpenAPI document says is true for strict readers, too: where null may stand, what an
 * answer has, and that its prose is for people who do not know the code.
 */
class OpenApiWordsTest {

  /** What answers leave out where there is nothing; problems, {@link OpenApiProblemsTest} has. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "AtomicOutcome.line",
          "AtomicOutcome.problem",
          "BatchOutcome.invoice",
          "BatchOutcome.problem",
          "ImportOutcome.invoice",
          "ImportOutcome.problem");

  /** A word with capitals within, as classes have. */
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w*");

  private static final Set<String> NO_CLASSES = Set.of("MiB", "OpenID");

  private final OpenApiDocument document = OpenApiDocument.generated();
  private final Map<String, Object> schemas =
      OpenApiDocument.map(OpenApiDocument.map(document.root(), "components"), "schemas");

  /** The clarification of 3.0.3: nullable widens the type beside it, and nothing else. */
  @Test
  void what_may_be_null_has_a_type_and_nothing_beside_it_forbids_null() {
    List<String> wrong = new ArrayList<>();
    forEachNode(
        schemas,
        "",
        (where, node) -> {
          if ("true".equals(node.get("nullable")) && !takesNull(node)) {
            wrong.add(where);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(document.text()).as("null as a text").doesNotContain("- \"null\"");
  }

  private static boolean takesNull(Map<String, Object> node) {
    return node.containsKey("type")
        && !node.containsKey("allOf")
        && !node.containsKey("anyOf")
        && (!(node.get("enum") instanceof List<?> values) || values.contains("null"))
        && (!(node.get("oneOf") instanceof List<?> choices)
            || choices.contains(Map.of("enum", List.of("null"))));
  }

  @Test
  void an_answer_has_every_member_but_those_that_are_left_out() {
    Set<String> optional = optional();
    optional.removeIf(member -> member.startsWith("Problem."));
    assertThat(optional).isEqualTo(new TreeSet<>(LEFT_OUT));
  }

  private Set<String> optional() {
    Set<String> optional = new TreeSet<>();
    schemas.forEach(
        (name, schema) -> {
          Map<String, Object> node = OpenApiDocument.mapOf(schema);
          if (!name.endsWith("Request")) {
            Set<String> members = new TreeSet<>(OpenApiDocument.map(node, "properties").keySet());
            if (node.get("required") instanceof List<?> required) {
              members.removeAll(required);
            }
            members.forEach(member -> optional.add(name + "." + member));
          }
        });
    return optional;
  }

  @Test
  void what_answers_leave_out_is_never_null() {
    for (String member : optional()) {
      List<String> names = List.of(member.split("\\.", -1));
      Map<String, Object> schema = OpenApiDocument.map(schemas, names.getFirst());
      Map<String, Object> property =
          OpenApiDocument.map(OpenApiDocument.map(schema, "properties"), names.getLast());
      assertThat(property).as(member).isNotEmpty();
      assertThat(property.get("nullable")).as(member).isNotEqualTo("true");
    }
  }

  /** The clients that openapi-generator makes in Java would not compile. */
  @Test
  void no_array_of_enums_says_of_its_items_that_they_differ() {
    forEachNode(
        schemas,
        "",
        (where, node) -> {
          if (OpenApiDocument.map(node, "items").containsKey("enum")) {
            assertThat(node).as(where).doesNotContainKey("uniqueItems");
          }
        });
  }

  /** Nobody has to send what is nothing. */
  @Test
  void what_may_be_null_in_a_request_may_be_left_out() {
    List<String> wrong = new ArrayList<>();
    schemas.forEach(
        (name, schema) -> {
          Map<String, Object> node = OpenApiDocument.mapOf(schema);
          if (name.endsWith("Request") && node.get("required") instanceof List<?> required) {
            OpenApiDocument.map(node, "properties")
                .forEach(
                    (member, property) -> {
                      if (OpenApiDocument.mapOf(property).containsKey("nullable")
                          && required.contains(member)) {
                        wrong.add(name + "." + member);
                      }
                    });
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_description_begins_with_blanks_or_names_a_class_of_the_code() {
    Set<String> wrong = new TreeSet<>();
    forEachNode(
        document.root(),
        "",
        (where, node) -> {
          for (String kind : List.of("summary", "description")) {
            if (node.get(kind) instanceof String text && (text.startsWith(" ") || leaks(text))) {
              wrong.add(where + " " + text);
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  private boolean leaks(String text) {
    return NAME.matcher(text)
        .results()
        .anyMatch(word -> !schemas.containsKey(word.group()) && !NO_CLASSES.contains(word.group()));
  }

  private static void forEachNode(
      Object node, String where, BiConsumer<String, Map<String, Object>> visitor) {
    if (node instanceof Map<?, ?>) {
      Map<String, Object> members = OpenApiDocument.mapOf(node);
      visitor.accept(where, members);
      members.forEach((name, member) -> forEachNode(member, where + "/" + name, visitor));
    } else if (node instanceof List<?> items) {
      items.forEach(item -> forEachNode(item, where + "[]", visitor));
    }
  }
}
