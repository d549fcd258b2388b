package tradecredit.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on loopback that counts the requests and answers each of them 204: the receiving
 * end of webhooks, on one thread.
 */
final class Receiver implements AutoCloseable {

  private static final byte[] ANSWER = Requests.ascii("HTTP/1.1 204 No Content\r\n\r\n");
  private static final int BUFFER = 1 << 16;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final AtomicLong received = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::serve);

  private Receiver() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Starts one on a free port. */
  static Receiver start() throws IOException {
    Receiver receiver = new Receiver();
    receiver.thread.start();
    return receiver;
  }

  /** Where it listens. */
  String url() throws IOException {
    InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
    return "http://127.0.0.1:%d/hook".formatted(address.getPort());
  }

  /** How many requests came so far; fails where receiving did. */
  long received() {
    Exception fault = failure.get();
    if (fault != null) {
      throw new IllegalStateException("a receiver failed", fault);
    }
    return received.get();
  }

  private void serve() {
    try {
      while (server.isOpen()) {
        selector.select(200);
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            accept();
          } else {
            read(key);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | RuntimeException fault) {
      if (server.isOpen()) {
        failure.set(fault);
      }
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new HttpMessage());
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    HttpMessage request = (HttpMessage) key.attachment();
    buffer.clear();
    try {
      if (channel.read(buffer) < 0) {
        channel.close();
        return;
      }
      buffer.flip();
      while (request.read(buffer)) {
        received.incrementAndGet();
        request.clear();
        channel.write(ByteBuffer.wrap(ANSWER));
      }
    } catch (IOException gone) {
      channel.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    selector.close();
  }
}
