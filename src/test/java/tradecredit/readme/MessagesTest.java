package tradecredit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages that the operators' tables explain, held against those that the code gives. */
class MessagesTest {

  private static final Path PAGE = Path.of("config", "OPERATING.md");
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** The first cell of a row in which something is quoted. */
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([^|]*`[^|]*) \\|");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** What stands for something that differs, with the colon before it. */
  private static final Pattern ANYTHING = Pattern.compile("…|<file>|<n>|: (?=…)");

  /** Those of Java, the build, the framework and the drivers, and what is no message. */
  private static final Set<String> NOT_OF_THE_SOURCES =
      Set.of(
          "UnsupportedClassVersionError",
          "java -jar",
          "THIS-BUILD-NEEDS-A-JDK-25-OR-NEWER",
          "Unable to start Micronaut server on …",
          "Port … already in use",
          "Found more than one migration with version …",
          "data/ledger.trace.db",
          "Database may be already in use",
          "Migration of schema … failed",
          "Connection to … refused",
          "duplicate key value violates unique constraint \"idempotency_record_pkey\"",
          "/health",
          "DOWN");

  @Test
  void every_message_is_one_that_the_code_gives() throws IOException {
    String page = Files.readString(PAGE);
    String failures = page.substring(page.indexOf("## When it fails"), page.indexOf("## Settings"));
    String sources = sources();
    List<String> messages =
        FIRST_CELL
            .matcher(failures)
            .results()
            .flatMap(cell -> QUOTED.matcher(cell.group(1)).results())
            .map(quoted -> quoted.group(1))
            .filter(message -> !NOT_OF_THE_SOURCES.contains(message))
            .toList();
    assertThat(messages)
        .hasSizeGreaterThan(20)
        .allSatisfy(message -> assertThat(sources).contains(pieces(message)));
  }

  private static List<String> pieces(String message) {
    return Arrays.stream(ANYTHING.split(message, -1))
        .map(String::strip)
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  /** All of it, with texts in one piece that go on over several lines. */
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString().replaceAll("\"\\s*\\+ \"", "");
  }
}
