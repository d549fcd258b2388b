package tradecredit.http.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;
import tradecredit.platform.Digests;

/**
 * What makes a payload the same one when its key comes again: the SHA-256, in lower-case
 * hexadecimal, of method, path, content type and what was brought, one a line. Books hold these
 * digests: if they were spelt otherwise, a request that is sent again would be taken for another
 * one.
 */
public final class PayloadDigest {

  private PayloadDigest() {}

  /** Of a JSON body: it is the same by what it means (names sorted, no white space). */
  public static String ofJson(String method, String path, JsonNode body) {
    StringBuilder text = new StringBuilder(1024);
    text.append(method).append('\n').append(path).append("\napplication/json\n");
    canonical(body, text);
    return Digests.sha256Hex(text.toString());
  }

  /**
   * Of a file of comma-separated values.
   *
   * @param parts what of it is digested; nothing where only method, path and type count
   */
  public static String ofFile(String path, String... parts) {
    StringJoiner text = new StringJoiner("\n").add("POST").add(path).add("text/csv");
    for (String part : parts) {
      text.add(part);
    }
    return Digests.sha256Hex(text.toString());
  }

  private static void canonical(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      node.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              member -> {
                quoted(member.getKey(), text);
                text.append(':');
                canonical(member.getValue(), text);
                text.append(',');
              });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      for (JsonNode item : node) {
        canonical(item, text);
        text.append(',');
      }
      text.append(']');
    } else if (node.isTextual()) {
      quoted(node.textValue(), text);
    } else {
      text.append(node.asText());
    }
  }

  private static void quoted(String value, StringBuilder text) {
    text.append('"').append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
  }
}
