package tradecredit.http.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import tradecredit.http.wire.HeldRoom;
import tradecredit.http.wire.OwedAnswers;

/**
 * Sees to it that an answer of the router holds its room until its client has taken it, which is
 * when the write of its end completes; or until the connection is gone. An answer that is streamed
 * is written as it is taken, so of it the last part alone counts. Stands right before the router.
 */
final class AnswersTaken extends ChannelDuplexHandler {

  private final OwedAnswers owed;

  /** On a connection that begins. */
  AnswersTaken(OwedAnswers owed) {
    this.owed = owed;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      owed.add(request);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    HeldRoom room = RequestTimeouts.endsAnswer(message) ? owed.next() : null;
    if (room == null) {
      ChannelFuture _ = context.write(message, promise);
      return;
    }
    room.becomes(((LastHttpContent) message).content().readableBytes());
    ChannelPromise told = promise.unvoid();
    ChannelFuture _ = told.addListener(taken -> room.giveBack());
    ChannelFuture _ = context.write(message, told);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    owed.forget();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    owed.forget();
  }
}
