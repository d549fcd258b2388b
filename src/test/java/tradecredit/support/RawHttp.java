package tradecredit.support;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent. */
public final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  /** Connects. */
  public RawHttp(URI base) throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends text as it is; the other side may have closed already. */
  public RawHttp send(String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException closed) {
      return this;
    }
    return this;
  }

  /** What comes next; waits for it. */
  public String receiveSome() throws IOException {
    byte[] some = new byte[8192];
    int read = socket.getInputStream().read(some);
    if (read < 0) {
      throw new EOFException("the other side has closed");
    }
    return new String(some, 0, read, StandardCharsets.ISO_8859_1);
  }

  /** All that comes until the other side closes. */
  public String receiveAll() throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] some = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        all.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException reset) {
      return all.toString();
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
