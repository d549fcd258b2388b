package tradecredit.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.Executor;

/** Where requests come in. */
public final class EventLoops {

  private EventLoops() {}

  /** The event loop that {@code request} came in by, for what takes no time. */
  public static Executor of(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
        ? netty.getChannelHandlerContext().executor()
        : Runnable::run;
  }
}
