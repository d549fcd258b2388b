package tradecredit.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the requests to one service, with the right key for each path.
 *
 * @param port where it listens on loopback
 * @param keys the keys it knows
 */
record Requests(int port, Keys keys) {

  /** The head of a POST; {@code framing} is the header that says where the body ends. */
  String postHead(String path, String contentType, String key, String framing) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        host(),
        keys.authorization(path),
        "Content-Type: " + contentType,
        "Idempotency-Key: " + key,
        framing,
        "\r\n");
  }

  /** A JSON body sent with that method. */
  byte[] json(String method, String path, String body) {
    return ascii(
        String.join(
                "\r\n",
                method + " " + path + " HTTP/1.1",
                host(),
                keys.authorization(path),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "\r\n")
            + body);
  }

  /** A GET with the path's key. */
  byte[] get(String path, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addFirst(keys.authorization(path));
    return bare(path, all);
  }

  /** A GET of what is open to everybody. */
  byte[] getPublic(String path) {
    return bare(path, List.of("Accept: */*"));
  }

  private byte[] bare(String path, List<String> headers) {
    List<String> lines = new ArrayList<>();
    lines.add("GET " + path + " HTTP/1.1");
    lines.add(host());
    lines.addAll(headers);
    lines.add("\r\n");
    return ascii(String.join("\r\n", lines));
  }

  private String host() {
    return "Host: 127.0.0.1:" + port;
  }

  /** Text as the bytes of a request: all that is sent here is ASCII. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
