package tradecredit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells when nothing moves on a connection, where an answer that is taken slowly does move. The
 * framework's own handler looks at whole writes alone: a page of megabytes is one, and counts as
 * nothing until its last byte is gone.
 *
 * <p>A client who sends nothing and stops in the middle of such a write is idle after twice the
 * idle timeout at most; one who goes on taking it has the answer timeout. An answer that is
 * streamed is many writes, and each has this time.
 */
final class Idleness extends IdleStateHandler {

  private final long mostNanos;
  private long sinceNanos;
  private long left;

  /** In place of the framework's, with its times. */
  Idleness(IdleStateHandler framework, Duration answerTimeout) {
    super(
        framework.getReaderIdleTimeInMillis(),
        framework.getWriterIdleTimeInMillis(),
        framework.getAllIdleTimeInMillis(),
        TimeUnit.MILLISECONDS);
    this.mostNanos = answerTimeout.toNanos();
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
    if (event.state() != IdleState.ALL_IDLE || !isTaking(context, event.isFirst())) {
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
