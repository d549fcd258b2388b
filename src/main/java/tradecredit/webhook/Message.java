package tradecredit.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.platform.Digests;

/**
 * What is told: an event as the feed tells it, or a test.
 *
 * @param id its {@code webhook-id}, the same over all attempts and endpoints
 * @param type its dotted type
 * @param timestamp when it happened
 * @param data what happened: texts, whole numbers, truth values, lists and maps of them
 */
public record Message(
    String id, String type, Instant timestamp, Map<String, @Nullable Object> data) {

  /** The type of a test. */
  public static final String TEST = "webhook.test";

  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_DIGITS = 32;

  /** Keeps the data in its order. */
  public Message {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /**
   * The id of an event: a digest of what it is, so that every instance derives the same one, and
   * the books of two installations do not.
   */
  public static String idOf(AccountId account, long sequence, Instant recordedAt) {
    String event = "%s/%d/%s".formatted(account, sequence, recordedAt);
    return "msg_" + Digests.sha256Hex(event).substring(0, ID_DIGITS);
  }

  /** The id of a test. */
  public static String newTestId() {
    byte[] bytes = new byte[ID_DIGITS / 2];
    RANDOM.nextBytes(bytes);
    return "msg_" + HexFormat.of().formatHex(bytes);
  }

  /**
   * The body: {@code {"type", "timestamp", "data"}} as UTF-8. The same message is the same bytes.
   */
  public byte[] body() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", timestamp.toString());
    body.put("data", data);
    try {
      return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an event is plain texts and numbers", impossible);
    }
  }
}
