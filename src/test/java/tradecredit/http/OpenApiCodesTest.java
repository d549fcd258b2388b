package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.RefusalCode;

/** The codes that the OpenAPI document lists at Problem and Fault are those of the code. */
class OpenApiCodesTest {

  private static final Path HTTP = Path.of("src", "main", "java", "tradecredit", "http");
  private static final Path CODES = HTTP.resolve(Path.of("wire", "Codes.java"));
  private static final Pattern CONSTANT = Pattern.compile(" = \"([a-z]+(?:-[a-z]+)*)\";");

  /** The code among the arguments of what notes a fault, where it stands there as a text. */
  private static final Pattern NOTED =
      Pattern.compile("(?:[fF]ault|faults\\.add)\\([^;]*?,\\s*\"([a-z]+(?:-[a-z]+)*)\",");

  private static final Pattern LINE = Pattern.compile("(?m)^- ([0-9]{3}): ((?:.|\n  )*)");
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  /** Codes that the framework's own statuses become, besides those that the code names. */
  private static final Set<String> OF_THE_FRAMEWORK =
      Set.of("method-not-allowed", "not-acceptable", "internal-server-error");

  private final OpenApiDocument document = OpenApiDocument.generated();

  @Test
  void every_refusal_is_listed_at_its_status() {
    Map<String, Integer> listed = ofProblems();
    for (RefusalCode refusal : RefusalCode.values()) {
      assertThat(listed).containsEntry(refusal.code(), refusal.status());
    }
  }

  @Test
  void every_code_is_listed_and_every_code_that_is_listed_is_one() throws IOException {
    Set<String> listed = new TreeSet<>(ofProblems().keySet());
    listed.addAll(codes(described("Fault")));
    Set<String> codes = new TreeSet<>(OF_THE_FRAMEWORK);
    Arrays.stream(RefusalCode.values()).map(RefusalCode::code).forEach(codes::add);
    codes.addAll(found(CONSTANT, Files.readString(CODES)));
    codes.addAll(noted());
    assertThat(listed).isEqualTo(codes);
  }

  @Test
  void every_code_of_a_fault_is_listed_at_the_faults() throws IOException {
    assertThat(codes(described("Fault"))).containsAll(noted()).hasSizeGreaterThan(15);
  }

  @Test
  void every_example_of_a_problem_has_a_code_that_is_listed_at_its_status() {
    Map<String, Integer> listed = ofProblems();
    for (OpenApiDocument.Operation operation : document.operations()) {
      for (OpenApiDocument.Example example : document.examples(operation)) {
        if (example.value() instanceof Map<?, ?> problem && isProblem(problem)) {
          assertThat(listed.get(String.valueOf(problem.get("code"))))
              .as(example.where())
              .hasToString(String.valueOf(problem.get("status")));
        }
      }
    }
  }

  private static boolean isProblem(Map<?, ?> body) {
    return String.valueOf(body.get("type")).startsWith("urn:tradecredit:problem:");
  }

  private Map<String, Integer> ofProblems() {
    Map<String, Integer> codes = new TreeMap<>();
    Matcher line = LINE.matcher(described("Problem"));
    while (line.find()) {
      int status = Integer.parseInt(line.group(1));
      codes(line.group(2)).forEach(code -> codes.put(code, status));
    }
    return codes;
  }

  private String described(String schema) {
    Map<String, Object> schemas =
        OpenApiDocument.map(OpenApiDocument.map(document.root(), "components"), "schemas");
    Map<String, Object> properties =
        OpenApiDocument.map(OpenApiDocument.map(schemas, schema), "properties");
    return String.valueOf(OpenApiDocument.map(properties, "code").get("description"));
  }

  private static Set<String> codes(String text) {
    return found(CODE, text);
  }

  /** The codes that faults have, as texts, wherever requests are read. */
  private static Set<String> noted() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(HTTP)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        codes.addAll(found(NOTED, Files.readString(file)));
      }
    }
    return codes;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().map(each -> each.group(1)).forEach(found::add);
    return found;
  }
}
