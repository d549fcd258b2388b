package tradecredit.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of many connections that one thread drives: a request out, an answer in, then the next. */
final class HttpChannel implements AutoCloseable {

  private final SocketChannel channel;
  private final SelectionKey key;
  private final HttpMessage answer = new HttpMessage();
  private ByteBuffer out = ByteBuffer.allocate(0);
  private long begun;

  /** Connects, and lets {@code selector} tell when there is something to read. */
  HttpChannel(int port, Selector selector) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ);
  }

  /** Says what the selector shall hand out where this connection has something to tell. */
  void belongsTo(Object owner) {
    key.attach(owner);
  }

  /** Sends a request; the bytes must stay as they are until its answer is there. */
  void send(byte[] request) throws IOException {
    begun = System.nanoTime();
    answer.clear();
    out = ByteBuffer.wrap(request);
    write();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Goes on with what the selector says is possible; whether the answer is whole now. */
  boolean proceed(ByteBuffer buffer) throws IOException {
    if (key.isWritable() && out.hasRemaining()) {
      write();
    }
    if (!key.isReadable()) {
      return false;
    }
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new EOFException("the service closed a connection");
    }
    return answer.read(buffer.flip());
  }

  /** The last answer. */
  HttpMessage answer() {
    return answer;
  }

  /** When the last request was begun. */
  long begun() {
    return begun;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
