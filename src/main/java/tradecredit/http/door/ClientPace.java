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
import java.util.concurrent.TimeUnit;
import tradecredit.http.wire.HttpBounds;

/**
 * Adapts a connection to the pace at which its client sends and reads. Stands before the codec, in
 * place of the framework's handler of idle connections.
 *
 * <ul>
 *   <li>To a client that does not read its answers nothing more is written, and nothing is read
 *       from it until it reads on.
 *   <li>A connection is closed behind all that was written, whoever closes it and why; but for one
 *       that is idle.
 *   <li>It is idle when nothing moves, and an answer that is taken slowly does move. The
 *       framework's own handler looks at whole writes alone: a page of megabytes is one, and counts
 *       as nothing until its last byte is gone. Who stops in the midst of it is idle after twice
 *       the idle timeout at most; who goes on has the answer timeout. An answer that is streamed is
 *       many writes, and each has this time.
 *   <li>It is not idle while the service keeps its client waiting, for a lane or a lock: whoever
 *       waits for the answer to a posting gets it, if only to be told that its outcome is not known
 *       yet. That lasts no longer than an import may take, as nothing does.
 * </ul>
 */
final class ClientPace extends IdleStateHandler {

  private final long mostTakingNanos;
  private final long mostOwedNanos;
  private final RequestTimeouts requests;
  private long sinceNanos;
  private long left;
  private boolean allWasTaken;
  private boolean idle;
  private boolean closing;
  private boolean readLater;

  /** Whether what comes next is asked for. */
  private boolean reading;

  /** In place of the framework's, with its times, for the requests of its connection. */
  ClientPace(IdleStateHandler framework, RequestTimeouts requests, HttpBounds bounds) {
    super(
        framework.getReaderIdleTimeInMillis(),
        framework.getWriterIdleTimeInMillis(),
        framework.getAllIdleTimeInMillis(),
        TimeUnit.MILLISECONDS);
    this.mostTakingNanos = bounds.answerTimeout().toNanos();
    this.mostOwedNanos = bounds.importTimeout().toNanos();
    this.requests = requests;
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (context.channel().isWritable() && !closing) {
      reading = true;
      context.read();
    } else {
      readLater = true;
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    reading = false;
    super.channelReadComplete(context);
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
    } else if (!isMoving(context, event.isFirst())) {
      idle = true;
      super.channelIdle(context, event);
    }
  }

  /** Whether the service is at work for its client, or the client takes what was written. */
  private boolean isMoving(ChannelHandlerContext context, boolean first) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    boolean allIsTaken = buffer == null || buffer.isEmpty();
    if (first || allIsTaken != allWasTaken) {
      sinceNanos = System.nanoTime();
      left = Long.MAX_VALUE;
      allWasTaken = allIsTaken;
    }
    long nanos = System.nanoTime() - sinceNanos;
    if (buffer == null || allIsTaken) {
      return requests.isServicesTurn(reading) && nanos < mostOwedNanos;
    }
    return isTaking(buffer) && nanos < mostTakingNanos;
  }

  /** Whether some of what was written went since the last look. */
  private boolean isTaking(ChannelOutboundBuffer buffer) {
    long before = left;
    left = buffer.totalPendingWriteBytes() - buffer.currentProgress();
    return left < before;
  }
}
