package tradecredit.bench;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer: its status, and the first and the last bytes of its body, however long it is. */
final class HttpAnswer {

  private static final int KEPT = 1024;

  private final int status;
  private final StringBuilder head = new StringBuilder();
  private final byte[] tail = new byte[KEPT];
  private int tailLength;
  private long length;

  HttpAnswer(int status) {
    this.status = status;
  }

  void add(byte[] bytes, int count) {
    if (status >= 400 && head.length() < KEPT) {
      head.append(new String(bytes, 0, Math.min(count, KEPT), StandardCharsets.UTF_8));
    }
    int fresh = Math.min(count, KEPT);
    int old = Math.min(tailLength, KEPT - fresh);
    System.arraycopy(tail, tailLength - old, tail, 0, old);
    System.arraycopy(bytes, count - fresh, tail, old, fresh);
    tailLength = old + fresh;
    length += count;
  }

  int status() {
    return status;
  }

  /** The bytes of the body. */
  long length() {
    return length;
  }

  /** Fails unless the status is this one. */
  HttpAnswer require(int expected) {
    if (status != expected) {
      throw new IllegalStateException("answered %d, not %d: %s".formatted(status, expected, head));
    }
    return this;
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
