package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.http.wire.Problem;
import tradecredit.ledger.RefusalCode;

/** What the OpenAPI document declares of problems is what the code puts into them. */
class OpenApiProblemsTest {

  private static final Path HTTP = Path.of("src", "main", "java", "tradecredit", "http");
  private static final Pattern PUT = Pattern.compile("\\.with\\(\\s*(?:\"([^\"]*)\"|([^,]*)),");
  private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([a-zA-Z]+)\";");

  /** What a problem need not have. */
  private static final Set<String> LEFT_OUT = Set.of("clause", "errors");

  private final Map<String, Object> schemas =
      OpenApiDocument.map(
          OpenApiDocument.map(OpenApiDocument.generated().root(), "components"), "schemas");

  @Test
  void every_further_member_that_the_code_puts_is_declared_and_every_one_declared_is_put()
      throws IOException {
    Set<String> declared = declared("Problem");
    declared.removeAll(own());
    assertThat(declared).isEqualTo(put()).hasSizeGreaterThan(29);
  }

  /** The names that stand where a further member is put. */
  private static Set<String> put() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(HTTP)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        Map<String, String> constants =
            CONSTANT
                .matcher(code)
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
        PUT.matcher(code).results().map(each -> name(each, constants)).forEach(names::add);
      }
    }
    return names;
  }

  private static String name(MatchResult put, Map<String, String> constants) {
    String text = put.group(1);
    return text == null ? constants.getOrDefault(put.group(2), put.group()) : text;
  }

  @Test
  void a_problems_own_members_are_declared_and_required_but_those_that_may_be_left_out() {
    Set<String> required = own();
    assertThat(declared("Problem")).containsAll(required);
    required.removeAll(LEFT_OUT);
    assertThat(OpenApiDocument.map(schemas, "Problem").get("required"))
        .isEqualTo(List.copyOf(required));
  }

  private static Set<String> own() {
    return Arrays.stream(Problem.class.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("members"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nothing is posted of what is refused as a whole: there are no invoices. */
  @Test
  void an_outcome_in_a_problem_has_the_members_of_an_items_and_a_rows() {
    Set<String> members = declared("BatchOutcome");
    members.addAll(declared("ImportOutcome"));
    members.remove("invoice");
    assertThat(declared("AtomicOutcome")).isEqualTo(members);
  }

  private Set<String> declared(String schema) {
    return new TreeSet<>(
        OpenApiDocument.map(OpenApiDocument.map(schemas, schema), "properties").keySet());
  }

  @Test
  void the_description_says_of_every_further_member_which_problems_have_it() {
    Set<String> told = new TreeSet<>(DeclaredProblems.ofAny());
    DeclaredProblems.byCode().values().forEach(told::addAll);
    Set<String> declared = declared("Problem");
    declared.removeAll(own());
    assertThat(told).isEqualTo(declared);
    assertThat(DeclaredProblems.byCode().keySet())
        .isSubsetOf(
            Arrays.stream(RefusalCode.values()).map(RefusalCode::code).collect(Collectors.toSet()));
  }

  @Test
  void every_example_of_a_problem_is_as_declared() throws IOException {
    int problems = 0;
    for (String name : Examples.all().keySet()) {
      String example = Examples.example(name);
      if (example.startsWith("{")) {
        problems += DeclaredProblems.check(new JsonMapper().readTree(example));
      }
    }
    assertThat(problems).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "balance, 12",
    "balance, '\"12\"'",
    "creditLimit, null",
    "since, '\"01.06.2001\"'",
    "decidedAt, '\"2001-06-01\"'",
    "retryMaySucceed, '\"true\"'",
    "first, 1.5",
    "remedies, {}",
    "account, '{\"sequence\": 1}'",
    "results, '[{\"index\": 0, \"status\": \"accepted\"}]'",
    "since, '\"2001-06-01\"'",
    "unheard, 1"
  })
  void what_is_not_as_declared_is_found(String member, String value) throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode problem = (ObjectNode) json.readTree(Examples.example("limitExceeded"));
    assertThat(DeclaredProblems.faults(problem)).isEmpty();
    JsonNode wrong = json.readTree(Objects.requireNonNull(value));
    problem.set(member, wrong);
    assertThat(DeclaredProblems.faults(problem)).isNotEmpty();
  }
}
