package tradecredit.http.wire;

import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AttributeKey;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The answers that the router owes on one connection, in the order in which they are written, which
 * is that of their requests (RFC 9112, section 9.3.2), each with the room that it holds. Any thread
 * may hand over room; all else is for the connection's event loop.
 */
public final class OwedAnswers {

  private static final AttributeKey<OwedAnswers> OF_CHANNEL =
      AttributeKey.valueOf(OwedAnswers.class, "ofChannel");

  private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();
  private volatile boolean gone;

  /**
   * An answer.
   *
   * @param request whose, as it was handed to the router
   * @param room what it holds: whoever takes it out gives it back
   */
  private record Owed(HttpRequest request, AtomicReference<@Nullable HeldRoom> room) {}

  /** Those of a connection that begins. */
  public OwedAnswers(Channel channel) {
    channel.attr(OF_CHANNEL).set(this);
  }

  /**
   * Has the answer to a request hold {@code room}. It is given back at once where nobody would see
   * it being taken: on a connection that is gone, or that has no {@code OwedAnswers}.
   */
  static void hold(io.micronaut.http.HttpRequest<?> request, HeldRoom room) {
    OwedAnswers owed =
        request instanceof NettyHttpRequest<?> netty
            ? netty.getChannelHandlerContext().channel().attr(OF_CHANNEL).get()
            : null;
    if (owed == null || !owed.holds(((NettyHttpRequest<?>) request).getNativeRequest(), room)) {
      room.giveBack();
    }
  }

  /** Whether the room is in hand, or was given back since. */
  @SuppressWarnings("ReferenceEquality") // the very request: one may be sent twice
  private boolean holds(HttpRequest request, HeldRoom room) {
    for (Owed answer : owed) {
      if (answer.request() == request) {
        answer.room().set(room);
        return !gone || answer.room().getAndSet(null) == null;
      }
    }
    return false;
  }

  /** Another request goes to the router. */
  public void add(HttpRequest request) {
    owed.add(new Owed(request, new AtomicReference<>()));
  }

  /** What the next answer holds, whose end is to be written; null where it holds nothing. */
  public @Nullable HeldRoom next() {
    Owed answer = owed.poll();
    return answer == null ? null : answer.room().getAndSet(null);
  }

  /** The connection is gone, and nobody takes them. */
  public void forget() {
    gone = true;
    for (Owed answer = owed.poll(); answer != null; answer = owed.poll()) {
      HeldRoom room = answer.room().getAndSet(null);
      if (room != null) {
        room.giveBack();
      }
    }
  }
}
