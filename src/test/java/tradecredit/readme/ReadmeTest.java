package tradecredit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.access.Permission;
import tradecredit.access.Relation;
import tradecredit.access.Role;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Clause;
import tradecredit.ledger.RefusalCode;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** The README's session, clauses, permissions and refusals, held against what the service does. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

  /**
   * A command that goes on over lines which end in a backslash or within quotes, and the JSON it
   * prints.
   */
  private static final Pattern STEP =
      Pattern.compile(
          "\\$ (curl (?:[^'\n]|'[^']*'|\\\\\n)*)\n(\\{.*?\\})(?=\n\\$ |\n*\\z)", Pattern.DOTALL);

  /** A row of a table of refusals, up to the prose. */
  private static final Pattern REFUSAL =
      Pattern.compile("(?m)^\\| `[a-z-]+` \\| [0-9]{3} \\| (?:yes|no) \\|");

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_session_plays_with_every_answer_as_it_is_printed() throws IOException {
    int steps = 0;
    try (Service service = Service.on(TestDatabase.H2)) {
      Matcher session = SESSION.matcher(Files.readString(README));
      while (session.find()) {
        Matcher step = STEP.matcher(session.group(1));
        while (step.find()) {
          Client.Answer answer = CurlCommand.parse(step.group(1)).sendWith(service.client());
          assertThat(timeless(answer.json()))
              .as(step.group(1))
              .isEqualTo(timeless(JSON.readTree(step.group(2))));
          steps++;
        }
      }
      Invariants.hold(service.database());
    }
    assertThat(steps).as("steps of the session").isEqualTo(6);
  }

  /** The instant of a decision differs from run to run; that it is one is all that can be asked. */
  private static JsonNode timeless(JsonNode answer) {
    if (answer.has("decidedAt")) {
      assertThat(Instant.parse(answer.get("decidedAt").asText())).isAfter(Instant.EPOCH);
      ((ObjectNode) answer).put("decidedAt", "some instant");
    }
    return answer;
  }

  @Test
  void the_clause_table_is_that_of_the_agreement_file() throws IOException {
    String readme = Files.readString(README);
    Agreement agreement = ShippedAgreement.read();
    assertThat(agreement.clauses()).hasSize(17);
    for (Clause clause : agreement.clauses()) {
      assertThat(readme)
          .contains(
              "| %d | %s | %s | %s |"
                  .formatted(
                      clause.number(), clause.summary().strip(),
                      clause.treatment().name().toLowerCase(Locale.ROOT), clause.how().strip()));
    }
  }

  @Test
  void the_table_of_permissions_is_that_of_the_code() throws IOException {
    String readme = Files.readString(README);
    List<String> rows = Arrays.stream(Permission.values()).map(ReadmeTest::row).toList();
    assertThat(readme).contains(String.join("\n", rows) + "\n\n");
  }

  /** Code, status and whether a retry may succeed, of each refusal once. */
  @Test
  void the_tables_of_refusals_are_those_of_the_code() throws IOException {
    List<String> rows =
        REFUSAL.matcher(Files.readString(README)).results().map(MatchResult::group).toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalCode.values())
                .map(code -> row(code.code(), code.status(), code.retryMaySucceed()))
                .toList());
  }

  private static String row(String code, int status, boolean retryMaySucceed) {
    return "| `%s` | %d | %s |".formatted(code, status, retryMaySucceed ? "yes" : "no");
  }

  private static String row(Permission permission) {
    String sides =
        permission.isOnAccount()
            ? permission.sides().stream()
                .sorted()
                .map(side -> side.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "))
            : notOnAnAccount(permission.relation());
    return "| %s | %s | %s |"
        .formatted(permission.wireName(), sides, Role.names(permission.roles()));
  }

  private static String notOnAnAccount(@Nullable Relation relation) {
    return switch (relation) {
      case null -> "any party of the agreement, the operator";
      case THE_OPERATOR -> "the operator alone";
      case ON_EVERY_ACCOUNT -> "on every account";
      case ON_AN_ACCOUNT -> "on an account";
      case OF_THE_NOTE -> "maker or payee of the promissory note";
      case PAYEE_OF_THE_NOTE -> "payee of the promissory note";
    };
  }
}
