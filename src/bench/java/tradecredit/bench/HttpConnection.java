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

/**
 * One HTTP/1.1 connection kept alive: bytes out, an answer in, whose body it keeps in part. Knows
 * {@code Content-Length} and chunked answers. Used by one thread, or by one that writes and one
 * that reads.
 */
final class HttpConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BUFFER = 1 << 14;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];

  HttpConnection(int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    out = socket.getOutputStream();
  }

  /** Sends a whole request and reads the whole answer. */
  HttpAnswer exchange(byte[] request) throws IOException {
    send(request);
    return receive();
  }

  /** Milliseconds that an exchange takes which must be answered 200. */
  double timed(byte[] request) throws IOException {
    long begun = System.nanoTime();
    exchange(request).require(200);
    return (System.nanoTime() - begun) / 1e6;
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Reads one answer. */
  HttpAnswer receive() throws IOException {
    String statusLine = line();
    HttpAnswer answer = new HttpAnswer(Integer.parseInt(statusLine.substring(9, 12)));
    for (String header = line(); !header.isEmpty(); header = line()) {
      answer.addHeader(header);
    }
    if (answer.isChunked()) {
      receiveChunks(answer);
    } else {
      receiveBytes(answer, answer.announcedLength());
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
