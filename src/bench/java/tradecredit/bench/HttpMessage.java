package tradecredit.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads one HTTP/1.1 message after the other from the bytes as they come: its first line, its
 * headers, and how long its body is, which it skips. It knows {@code Content-Length} and nothing
 * else, so that the driver costs as little as it can.
 */
final class HttpMessage {

  private static final int LONGEST_HEAD = 1 << 13;
  private static final byte[] CONTENT_LENGTH = lower("content-length:");
  private static final byte[] TRANSFER_ENCODING = lower("transfer-encoding:");

  private final byte[] head = new byte[LONGEST_HEAD];
  private int headLength;
  private long bodyLeft;
  private boolean inBody;

  /** Forgets the message and begins the next one. */
  void clear() {
    headLength = 0;
    inBody = false;
  }

  /** Takes bytes until the message is whole; whether it is. */
  boolean read(ByteBuffer in) {
    while (!inBody && in.hasRemaining()) {
      readHead(in);
    }
    if (!inBody) {
      return false;
    }
    int skipped = (int) Math.min(bodyLeft, in.remaining());
    in.position(in.position() + skipped);
    bodyLeft -= skipped;
    return bodyLeft == 0;
  }

  private void readHead(ByteBuffer in) {
    if (headLength == LONGEST_HEAD) {
      throw new IllegalStateException("a head is longer than " + LONGEST_HEAD + " bytes");
    }
    byte next = in.get();
    head[headLength++] = next;
    if (next == '\n' && headLength > 3 && head[headLength - 3] == '\n') {
      inBody = true;
      bodyLeft = bodyLength();
    }
  }

  private long bodyLength() {
    if (valueOf(TRANSFER_ENCODING) >= 0) {
      throw new IllegalStateException("a chunked message, which is not read here: " + firstLine());
    }
    int at = valueOf(CONTENT_LENGTH);
    if (at < 0 || isNotModified()) {
      return 0;
    }
    long length = 0;
    for (int i = at; i < headLength && head[i] != '\r'; i++) {
      if (head[i] != ' ') {
        length = length * 10 + (head[i] - '0');
      }
    }
    return length;
  }

  /** A 304 may tell the length of the body that it does not have. */
  private boolean isNotModified() {
    return head[0] == 'H' && status() == 304;
  }

  /** The status of an answer. */
  int status() {
    return (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
  }

  /** Whether there is a header of this name, which is given in lower case. */
  boolean has(String name) {
    return valueOf(lower(name + ":")) >= 0;
  }

  /** Fails unless an answer has this status. */
  void require(int expected) {
    if (status() != expected) {
      throw new IllegalStateException("answered \"%s\", not %d".formatted(firstLine(), expected));
    }
  }

  private String firstLine() {
    String all = new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
    return all.lines().findFirst().orElse("");
  }

  /** Where the value of a header begins; -1 where there is none. */
  private int valueOf(byte[] name) {
    for (int i = 1; i + name.length < headLength; i++) {
      if (head[i - 1] == '\n' && isAt(i, name)) {
        return i + name.length;
      }
    }
    return -1;
  }

  private boolean isAt(int from, byte[] name) {
    for (int i = 0; i < name.length; i++) {
      byte found = head[from + i];
      byte lower = found >= 'A' && found <= 'Z' ? (byte) (found + 32) : found;
      if (lower != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] lower(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
