package tradecredit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Problems as the OpenAPI document declares them: of which types their members are, and which of
 * them a problem has by its code. What the document would allow, but does not declare, is a fault.
 */
public final class DeclaredProblems {

  private static final String URN = "urn:tradecredit:problem:";
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.generated();
  private static final Map<String, Object> SCHEMA =
      OpenApiDocument.map(
          OpenApiDocument.map(OpenApiDocument.map(DOCUMENT.root(), "components"), "schemas"),
          "Problem");

  /** A line of the description: codes, and the members that their problems have. */
  private static final Pattern LINE = Pattern.compile("(?m)^- (.*(?:\n  .*)*)");

  private static final Pattern QUOTED = Pattern.compile("`([a-zA-Z-]+)`");
  private static final Map<String, Set<String>> BY_CODE = new TreeMap<>();
  private static final Set<String> OF_ANY = new TreeSet<>();

  static {
    Matcher line = LINE.matcher(String.valueOf(SCHEMA.get("description")));
    while (line.find()) {
      read(line.group(1));
    }
  }

  private DeclaredProblems() {}

  private static void read(String line) {
    int colon = line.indexOf(": ");
    Set<String> codes = quoted(line.substring(0, colon));
    Set<String> members = quoted(line.substring(colon));
    if (codes.isEmpty()) {
      OF_ANY.addAll(members);
    }
    codes.forEach(code -> BY_CODE.computeIfAbsent(code, each -> new TreeSet<>()).addAll(members));
  }

  private static Set<String> quoted(String text) {
    return QUOTED
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Which further members the problems of a code have, of their own. */
  static Map<String, Set<String>> byCode() {
    return BY_CODE;
  }

  /** Which further members problems have whatever their code. */
  static Set<String> ofAny() {
    return OF_ANY;
  }

  /**
   * Checks every problem in a body.
   *
   * @return how many there are
   * @throws AssertionError if one is not as declared
   */
  public static int check(JsonNode body) {
    if (body.path("type").asText().startsWith(URN)) {
      List<String> faults = faults(body);
      if (!faults.isEmpty()) {
        throw new AssertionError(
            "the API document declares it otherwise: %s in %s".formatted(faults, body));
      }
      return 1;
    }
    int problems = 0;
    for (JsonNode part : body) {
      problems += check(part);
    }
    return problems;
  }

  /** What of a problem is not as declared. */
  static List<String> faults(JsonNode problem) {
    List<String> faults = new ArrayList<>();
    compare("", problem, SCHEMA, faults);
    return faults;
  }

  private static void compare(
      String where, JsonNode value, Map<String, Object> schema, List<String> faults) {
    boolean isRight =
        switch (String.valueOf(schema.get("type"))) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          default -> value.isTextual() && isOfForm(value.asText(), schema);
        };
    if (value.isNull() ? !"true".equals(schema.get("nullable")) : !isRight) {
      faults.add(where + " is " + value);
    } else if (value.isArray()) {
      Map<String, Object> items = DOCUMENT.resolved(OpenApiDocument.map(schema, "items"));
      value.forEach(item -> compare(where + "[]", item, items, faults));
    } else if (value.isObject()) {
      compareMembers(where, value, schema, faults);
    }
  }

  private static boolean isOfForm(String text, Map<String, Object> schema) {
    if (schema.get("pattern") instanceof String pattern && !Pattern.matches(pattern, text)) {
      return false;
    }
    if (schema.get("enum") instanceof List<?> values && !values.contains(text)) {
      return false;
    }
    try {
      return switch (String.valueOf(schema.get("format"))) {
        case "date" -> text.equals(LocalDate.parse(text).toString());
        case "date-time" -> !Instant.parse(text).equals(Instant.MAX);
        default -> true;
      };
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static void compareMembers(
      String where, JsonNode value, Map<String, Object> schema, List<String> faults) {
    Map<String, Object> properties = OpenApiDocument.map(schema, "properties");
    if (schema.get("required") instanceof Collection<?> required) {
      required.stream()
          .filter(name -> !value.has(String.valueOf(name)))
          .forEach(name -> faults.add(where + " lacks " + name));
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey();
      if (properties.containsKey(name)) {
        Map<String, Object> property = DOCUMENT.resolved(OpenApiDocument.map(properties, name));
        compare(where + "/" + name, member.getValue(), property, faults);
      } else {
        faults.add(where + "/" + name + " is not declared");
      }
    }
    if (schema.equals(SCHEMA)) {
      compareCode(where, value, faults);
    }
  }

  /** Its further members are those that the description lists at its code. */
  private static void compareCode(String where, JsonNode problem, List<String> faults) {
    Set<String> further = new TreeSet<>();
    problem.fieldNames().forEachRemaining(further::add);
    if (SCHEMA.get("required") instanceof Collection<?> required) {
      further.removeAll(required);
    }
    further.removeAll(Set.of("clause", "errors"));
    further.removeAll(OF_ANY);
    Set<String> listed = BY_CODE.getOrDefault(problem.path("code").asText(), Set.of());
    if (!further.equals(listed)) {
      faults.add(where + " has " + further + ", where the description lists " + listed);
    }
  }
}
