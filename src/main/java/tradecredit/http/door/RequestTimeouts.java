package tradecredit.http.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import tradecredit.http.wire.BodyGuard;
import tradecredit.http.wire.HttpBounds;

/**
 * Closes a connection on which a request that has begun does not go on in time: its head while no
 * answer is owed, and what is left of it when its answer is there already. A request that waits for
 * its body has the {@link BodyGuard}'s time; one on which nothing has begun, that of {@link
 * ClientPace}.
 *
 * <p>Closes a connection, too, on which the chunks of a body break: the codec ends such a body as
 * if it were whole, and the router would take it for one. Runs on the connection's event loop
 * alone.
 */
final class RequestTimeouts extends ChannelDuplexHandler {

  /** For the rest of a head of which some has come. */
  private final Deadline head;

  /** For the rest of a request that is answered. */
  private final Deadline rest;

  /** How many requests have come whose answer was not written yet. */
  private int owed;

  /** Whether the end of a request is still to come whose head has. */
  private boolean amidRequest;

  /** Whether what is being read brought a part of a request as a whole: a head, or some content. */
  private boolean partCame;

  RequestTimeouts(HttpBounds bounds) {
    this.head = new Deadline(bounds.headTimeout());
    this.rest = new Deadline(bounds.bodyTimeout());
  }

  /**
   * Whether it is the service's turn: it owes an answer, and does not wait for its client to send
   * the rest of that request.
   *
   * @param reading whether anything more that comes is taken now
   */
  boolean isServicesTurn(boolean reading) {
    return owed > (amidRequest && reading ? 1 : 0);
  }

  /** Whether an answer, not an interim one, ends with {@code message}. */
  static boolean endsAnswer(Object message) {
    return message instanceof LastHttpContent && !isInterim(message);
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
        && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    head.isOver();
    if (isBroken(message)) {
      ReferenceCountUtil.release(message);
      ChannelFuture _ = context.close();
      return;
    }
    partCame = true;
    owed += message instanceof HttpRequest ? 1 : 0;
    amidRequest = !(message instanceof LastHttpContent);
    if (!amidRequest) {
      rest.isOver();
    }
    context.fireChannelRead(message);
  }

  private static boolean isBroken(Object message) {
    return message instanceof HttpContent content
        && !(message instanceof HttpRequest)
        && content.decoderResult().isFailure();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!partCame && !amidRequest && owed == 0) {
      head.begin(context);
    }
    partCame = false;
    awaitRest(context);
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (endsAnswer(message)) {
      owed--;
      awaitRest(context);
    }
    ChannelFuture _ = context.write(message, promise);
  }

  /** What comes in the same read costs no timer. */
  private void awaitRest(ChannelHandlerContext context) {
    if (amidRequest && owed == 0 && !partCame) {
      rest.begin(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    forget();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    forget();
  }

  private void forget() {
    head.isOver();
    rest.isOver();
  }
}
