package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;

/**
 * Plays examples of the OpenAPI document; only instants, hashes and the ids of keys differ from run
 * to run.
 */
record PlayedExamples(Client client) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DIFFERING =
      List.of(
          "decidedAt",
          "recordedAt",
          "recordedBy",
          "proposedBy",
          "decidedBy",
          "previousHash",
          "hash");

  void get(String path, int status, String example) throws IOException {
    same(client.get(path), status, example);
  }

  void post(String path, @Nullable String key, String body, int status, @Nullable String example)
      throws IOException {
    same(client.post(path, key, body), status, example);
  }

  private static void same(Client.Answer answer, int status, @Nullable String example)
      throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (example != null) {
      assertThat(masked(answer.json()).toPrettyString())
          .isEqualTo(masked(JSON.readTree(example)).toPrettyString());
    }
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      DIFFERING.stream().filter(object::has).forEach(name -> object.put(name, "..."));
    }
    node.forEach(PlayedExamples::masked);
    return node;
  }
}
