package tradecredit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer: its status, its headers, the first bytes of its body and, however long, the last. */
final class HttpAnswer {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int TAIL = 1024;
  private static final int KEPT = 1 << 20;

  private final int status;
  private final Map<String, String> headers = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final byte[] tail = new byte[TAIL];
  private int tailLength;

  HttpAnswer(int status) {
    this.status = status;
  }

  void addHeader(String line) {
    int colon = line.indexOf(':');
    headers.put(
        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }

  void add(byte[] bytes, int count) {
    if (body.size() < KEPT) {
      body.write(bytes, 0, count);
    }
    int fresh = Math.min(count, TAIL);
    int old = Math.min(tailLength, TAIL - fresh);
    System.arraycopy(tail, tailLength - old, tail, 0, old);
    System.arraycopy(bytes, count - fresh, tail, old, fresh);
    tailLength = old + fresh;
  }

  int status() {
    return status;
  }

  /** The value of a header, named in lower case; fails where there is none. */
  String header(String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalStateException("no header %s among %s".formatted(name, headers));
    }
    return value;
  }

  boolean isChunked() {
    return headers.getOrDefault("transfer-encoding", "").contains("chunked");
  }

  /** How long the headers say that the body is. */
  long announcedLength() {
    return status == 304 ? 0 : Long.parseLong(headers.getOrDefault("content-length", "0"));
  }

  /** Fails unless the status is this one. */
  HttpAnswer require(int expected) {
    if (status != expected) {
      throw new IllegalStateException(
          "answered %d, not %d: %s"
              .formatted(status, expected, body.toString(StandardCharsets.UTF_8)));
    }
    return this;
  }

  /** The body, which is JSON of at most a megabyte. */
  JsonNode json() throws IOException {
    return MAPPER.readTree(body.toByteArray());
  }

  /** The whole number of the last field of that name near the body's end. */
  long number(String field) {
    String end = new String(tail, 0, tailLength, StandardCharsets.UTF_8);
    Matcher matcher = Pattern.compile("\"%s\"\\s*:\\s*(\\d+)".formatted(field)).matcher(end);
    long found = -1;
    while (matcher.find()) {
      found = Long.parseLong(matcher.group(1));
    }
    if (found < 0) {
      throw new IllegalStateException(
          "no \"%s\" at the end of the answer: %s".formatted(field, end));
    }
    return found;
  }
}
