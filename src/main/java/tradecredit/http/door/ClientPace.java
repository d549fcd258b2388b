package tradecredit.http.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Goes by the pace at which a client takes what it is told. Stands before the codec, in place of
 * the framework's handler of idle connections.
 *
 * <ul>
 *   <li>Who leaves what it was told is told no more, and not read from until it goes on.
 *   <li>A connection is closed behind all that was written, whoever closes it and why; but for one
 *       that is idle.
 *   <li>It is idle when nothing moves, and an answer that is taken slowly does move. The
 *       framework's own handler looks at whole writes alone: a page of megabytes is one, and counts
 *       as nothing until its last byte is gone. Who stops in the midst of it is idle after twice
 *       the idle timeout at most; who goes on has the answer timeout. An answer that is streamed is
 *       many writes, and each has this time.
 * </ul>
 */
final class ClientPace extends IdleStateHandler {

  private final long mostNanos;
  private long sinceNanos;
  private long left;
  private boolean idle;
  private boolean closing;
  private boolean readLater;

  /** In place of the framework's, with its times. */
  ClientPace(IdleStateHandler framework, Duration answerTimeout) {
    super(
        framework.getReaderIdleTimeInMillis(),
        framework.getWriterIdleTimeInMillis(),
        framework.getAllIdleTimeInMillis(),
        TimeUnit.MILLISECONDS);
    this.mostNanos = answerTimeout.toNanos();
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (context.channel().isWritable() && !closing) {
      context.read();
    } else {
      readLater = true;
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (readLater) {
      readLater = false;
      read(context);
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (idle) {
      ChannelFuture _ = context.close(promise);
      return;
    }
    closing = true;
    ChannelFutureListener close =
        sent -> {
          ChannelFuture _ = context.close(promise);
        };
    ChannelFuture _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(close);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
    if (event.state() != IdleState.ALL_IDLE) {
      super.channelIdle(context, event);
    } else if (!isTaking(context, event.isFirst())) {
      idle = true;
      super.channelIdle(context, event);
    }
  }

  /** Whether some of what was written went since the last look. */
  private boolean isTaking(ChannelHandlerContext context, boolean first) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    if (buffer == null || buffer.isEmpty()) {
      return false;
    }
    if (first) {
      sinceNanos = System.nanoTime();
      left = Long.MAX_VALUE;
    }
    long before = left;
    left = buffer.totalPendingWriteBytes() - buffer.currentProgress();
    return left < before && System.nanoTime() - sinceNanos < mostNanos;
  }
}
