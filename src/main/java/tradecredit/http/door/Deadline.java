package tradecredit.http.door;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which something does not come in time. For the connection's event loop
 * alone.
 */
final class Deadline {

  private final Duration time;
  private @Nullable Future<?> end;

  Deadline(Duration time) {
    this.time = time;
  }

  /** Begins, unless it has begun already. */
  void begin(ChannelHandlerContext context) {
    if (end == null) {
      Runnable close =
          () -> {
            ChannelFuture _ = context.close();
          };
      end = context.executor().schedule(close, time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** What it waited for has come, or nobody waits any more. */
  void isOver() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }
}
