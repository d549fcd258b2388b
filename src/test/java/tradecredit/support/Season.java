package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A season of trading: each line of the file is a step and what must be answered, the last one what
 * must stand at the end.
 */
public final class Season {

  private static final JsonMapper JSON = new JsonMapper();

  private final Client client;
  private final Map<String, byte[]> firstAnswers = new HashMap<>();

  private Season(Client client) {
    this.client = client;
  }

  /** Plays the file and returns how many steps and figures were compared. */
  public static int play(String resource, Client client) throws IOException {
    Season season = new Season(client);
    int compared = 0;
    for (String line : lines(resource)) {
      JsonNode step = JSON.readTree(line);
      compared += step.has("figures") ? season.figures(step.get("figures")) : season.step(step);
    }
    return compared;
  }

  /**
   * Plays every posting of the file with the key of the other side's clerk, and returns how many
   * were refused: all must be.
   */
  public static int playAsTheOtherSide(String resource, Client client) throws IOException {
    int refused = 0;
    for (String line : lines(resource)) {
      JsonNode step = JSON.readTree(line);
      if (!step.path("path").asText().startsWith("/v1/accounts/")) {
        continue;
      }
      boolean kattosko = step.get("path").asText().startsWith(Client.KATTOSKO);
      Client.Answer answer =
          client
              .as(kattosko ? "auxer-telecom-clerk" : "kattosko-clerk")
              .send(
                  step.get("method").asText(),
                  step.get("path").asText(),
                  step.path("key").asText(null),
                  step.get("body").toString(),
                  "Content-Type",
                  "application/json");
      assertThat(answer.status()).as("%s -> %s", step, answer).isEqualTo(403);
      assertThat(answer.json().get("clause").asInt()).as("%s", step).isEqualTo(kattosko ? 6 : 5);
      refused++;
    }
    return refused;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Season.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private int step(JsonNode step) {
    String key = step.path("key").asText(null);
    Client.Answer answer =
        client.send(
            step.get("method").asText(),
            step.get("path").asText(),
            key,
            step.get("body").toString(),
            "Content-Type",
            "application/json");
    JsonNode expected = step.get("expect");
    assertThat(answer.status())
        .as("%s -> %s", step, answer)
        .isEqualTo(expected.get("status").asInt());
    if (expected.has("code")) {
      assertThat(answer.code()).as("%s", step).isEqualTo(expected.get("code").asText());
    }
    contains(answer.json(), expected.path("body"), step.toString());
    contains(answer.json().path("account"), expected.path("account"), step.toString());
    if (step.path("replayed").asBoolean()) {
      assertThat(answer.bytes()).as("%s", step).isEqualTo(firstAnswers.get(key));
      assertThat(answer.header("Idempotency-Replayed")).contains("true");
    } else if (key != null) {
      firstAnswers.putIfAbsent(key, answer.bytes());
    }
    return 1;
  }

  private int figures(JsonNode figures) {
    for (JsonNode figure : figures) {
      Client.Answer answer = client.get(figure.get("path").asText());
      assertThat(answer.status()).as("%s", figure).isEqualTo(200);
      contains(answer.json(), figure.get("expect"), figure.get("path").asText());
    }
    return figures.size();
  }

  private static void contains(JsonNode actual, JsonNode expected, String what) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              member ->
                  contains(
                      actual.path(member.getKey()),
                      member.getValue(),
                      what + " /" + member.getKey()));
    } else if (expected.isArray()) {
      assertThat(actual.size()).as(what).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        contains(actual.get(i), expected.get(i), what + " /" + i);
      }
    } else if (!expected.isMissingNode()) {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }
}
