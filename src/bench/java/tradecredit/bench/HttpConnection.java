package tradecredit.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One HTTP/1.1 connection kept alive: bytes out, an answer in. Knows {@code Content-Length} and
 * chunked answers and nothing else, so that the driver costs as little as it can. Used by one
 * thread, or by one that writes and one that reads.
 */
final class HttpConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BUFFER = 1 << 14;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final int port;
  private final Keys keys;

  HttpConnection(int port, Keys keys) throws IOException {
    this.port = port;
    this.keys = keys;
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    out = socket.getOutputStream();
  }

  /** The head of a POST; {@code framing} is the header that says where the body ends. */
  String postHead(String path, String contentType, String key, String framing) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: " + host(),
        keys.authorization(path),
        "Content-Type: " + contentType,
        "Idempotency-Key: " + key,
        framing,
        "\r\n");
  }

  private String host() {
    return "127.0.0.1:" + port;
  }

  HttpAnswer get(String path) throws IOException {
    return get(path, keys.authorization(path));
  }

  /** Asks what is open to everybody. */
  HttpAnswer getPublic(String path) throws IOException {
    return get(path, "Accept: */*");
  }

  private HttpAnswer get(String path, String header) throws IOException {
    return exchange(
        ascii(String.join("\r\n", "GET " + path + " HTTP/1.1", "Host: " + host(), header, "\r\n")));
  }

  HttpAnswer put(String path, String body) throws IOException {
    String head =
        String.join(
            "\r\n",
            "PUT " + path + " HTTP/1.1",
            "Host: " + host(),
            keys.authorization(path),
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "\r\n");
    return exchange(ascii(head + body));
  }

  /** Text as the bytes of a request: all that is sent here is ASCII. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a whole request and reads the whole answer. */
  HttpAnswer exchange(byte[] request) throws IOException {
    send(request);
    return receive();
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Reads one answer. */
  HttpAnswer receive() throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).strip());
      } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
        chunked = header.toLowerCase(Locale.ROOT).contains("chunked");
      }
    }
    HttpAnswer answer = new HttpAnswer(status);
    if (chunked) {
      receiveChunks(answer);
    } else {
      receiveBytes(answer, length);
    }
    return answer;
  }

  private void receiveChunks(HttpAnswer answer) throws IOException {
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      receiveBytes(answer, size);
      line();
    }
    while (!line().isEmpty()) {
      // Trailers say nothing here.
    }
  }

  private long chunkSize() throws IOException {
    String size = line();
    int extension = size.indexOf(';');
    return Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
  }

  private void receiveBytes(HttpAnswer answer, long length) throws IOException {
    long rest = length;
    while (rest > 0) {
      int read = in.read(buffer, 0, (int) Math.min(rest, BUFFER));
      if (read < 0) {
        throw new EOFException("the service closed the connection within an answer");
      }
      answer.add(buffer, read);
      rest -= read;
    }
  }

  private String line() throws IOException {
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the service closed the connection");
      }
      if (next != '\r') {
        buffer[length++] = (byte) next;
      }
    }
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
