package tradecredit.http.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door of one connection, before the framework's router: what is asked most and needs
 * least is answered here. What polls gain by it is in {@code src/bench/README.md}.
 *
 * <p>Three kinds of requests are: polls of a balance ({@link DoorPolls}); postings for which there
 * is no room ({@link DoorRefusals}), as soon as their head is there; and what is no request. What
 * is still to come of a request that is answered here is dropped as it comes. All others, and
 * whatever is in any way unusual, go on to the router as if there were no such door.
 *
 * <p>A connection's requests are served one at a time, in their order: a hold takes effect before
 * the invoice behind it is looked at, and a balance shows what was posted before it was asked for
 * (RFC 9112, section 9.3.2, has none but safe requests served side by side). So nothing is begun
 * while an answer is owed, here or by the router, and nothing is read meanwhile that would have to
 * be kept. Nothing is begun for a client who does not read what it was told (see {@link
 * ClientPace}), nor behind a request that closes the connection, or an answer that does (section
 * 9.6). Runs on the connection's event loop alone.
 */
final class FrontDoor extends ChannelDuplexHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

  private final DoorPolls polls;
  private final DoorRefusals refusals;
  private final DoorAnswers answers;

  /** Whether the router has a request that it did not answer yet. */
  private boolean routed;

  /** Whether the content that comes is of a request that the router does not see. */
  private boolean dropping;

  /** Whether a poll is to be answered from here. */
  private boolean answering;

  /** What came, in one read, behind a request that is not answered yet, or that was held up. */
  private final Deque<Object> behind = new ArrayDeque<>();

  private boolean readLater;
  private @Nullable ChannelPromise closeLater;

  /** Whether the connection closes behind what was begun or written; nothing more is begun. */
  private boolean closing;

  /** Whether what still comes is no request, for all that is known. */
  private boolean outOfStep;

  private boolean idle;

  /** Whether anything was handed on since the router was last told that a read is complete. */
  private boolean handedOn;

  /** Opens the door of a connection. */
  FrontDoor(DoorPolls polls, DoorRefusals refusals, DoorAnswers answers) {
    this.polls = polls;
    this.refusals = refusals;
    this.answers = answers;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (outOfStep) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      RequestForm.demand(request);
    }
    if (!behind.isEmpty() || !isDue(context, message)) {
      behind.add(message);
      return;
    }
    try {
      take(context, message);
    } catch (RuntimeException fault) {
      failed(context, fault);
    }
  }

  /**
   * Whether {@code message} may pass now. While an answer is owed, or the client does not read, or
   * is told nothing any more, no further request may begin, nor what is no request be told so.
   * While a poll is unanswered, only the rest of a request that is answered here may pass.
   */
  private boolean isDue(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      return !answering && !routed && !isHeldUp(context);
    }
    return !answering || (dropping && message instanceof HttpContent);
  }

  private static boolean isMisread(HttpRequest request) {
    return request.decoderResult().isFailure();
  }

  /** Whether the client does not read what was written, or nothing more will be written to it. */
  private boolean isHeldUp(ChannelHandlerContext context) {
    return closing || outOfStep || !context.channel().isWritable();
  }

  private void take(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      begin(context, request);
    } else if (dropping) {
      drop(message);
    } else {
      handOn(context, message);
    }
  }

  private void drop(Object content) {
    if (content instanceof LastHttpContent) {
      dropping = false;
    }
    ReferenceCountUtil.release(content);
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    if (isMisread(request)) {
      misread(context, request);
      return;
    }
    boolean usual = isUsual(request);
    FullHttpResponse refusal = usual ? refusals.refusal(request) : null;
    if (refusal != null) {
      dropping = true;
      answer(context, refusal);
      return;
    }
    CompletionStage<Optional<FullHttpResponse>> answer =
        usual ? polls.answer(request, context.executor()) : null;
    if (answer == null) {
      route(context, request);
      return;
    }
    dropping = true;
    answering = true;
    CompletionStage<?> _ =
        answer
            .thenAcceptAsync(found -> polled(context, request, found), context.executor())
            .exceptionally(fault -> failed(context, fault));
  }

  /** It is not known where its next request would begin, so the connection takes no next one. */
  private void misread(ChannelHandlerContext context, HttpRequest request) {
    dropping = true;
    outOfStep = true;
    FullHttpResponse answer = answers.misread(request);
    HttpUtil.setKeepAlive(answer, false);
    ChannelFuture _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  /** A connection that may be out of step serves nobody any more. */
  private @Nullable Void failed(ChannelHandlerContext context, Throwable fault) {
    LOG.error("A connection failed at the front door and is closed", fault);
    dropping = true;
    ChannelFuture _ = context.close();
    return null;
  }

  /** Whether nothing but the request's own way of saying what it wants has to be looked at. */
  private static boolean isUsual(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && HttpUtil.isKeepAlive(request)
        && !headers.contains(HttpHeaderNames.UPGRADE)
        && !headers.contains(HttpHeaderNames.EXPECT)
        && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
        && !headers.contains(HttpHeaderNames.ORIGIN);
  }

  private void polled(
      ChannelHandlerContext context, HttpRequest request, Optional<FullHttpResponse> found) {
    answering = false;
    found.ifPresentOrElse(answer -> answer(context, answer), () -> routeAfterAll(context, request));
    goOn(context);
  }

  private void answer(ChannelHandlerContext context, FullHttpResponse answer) {
    if (closeLater != null && behind.isEmpty()) {
      HttpUtil.setKeepAlive(answer, false);
    }
    ChannelFuture _ = context.writeAndFlush(answer);
  }

  private void routeAfterAll(ChannelHandlerContext context, HttpRequest request) {
    if (!context.channel().isActive()) {
      return;
    }
    route(context, request);
    if (dropping) {
      dropping = false;
    } else {
      handOn(context, LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  private void route(ChannelHandlerContext context, HttpRequest request) {
    routed = true;
    closing |= !HttpUtil.isKeepAlive(request);
    RoutersWords.put(request);
    handOn(context, request);
  }

  private void handOn(ChannelHandlerContext context, Object message) {
    handedOn = true;
    context.fireChannelRead(message);
  }

  /** Goes on with what waited for an answer from here. */
  private void goOn(ChannelHandlerContext context) {
    while (!behind.isEmpty() && isDue(context, behind.element())) {
      take(context, behind.remove());
    }
    if (handedOn) {
      // The router flushes what it answered, and asks for more if it wants more.
      readLater = false;
      channelReadComplete(context);
    }
    if (!answering) {
      endOrRead(context);
    }
  }

  /**
   * Answers that the router owes are sent by the router, which then closes the connection as well.
   */
  private void endOrRead(ChannelHandlerContext context) {
    if (closeLater != null && !routed) {
      ChannelFuture _ = context.close(closeLater);
      closeLater = null;
      closing = true;
    } else if (readLater && behind.isEmpty()) {
      readLater = false;
      context.read();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    handedOn = false;
    context.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable() && !behind.isEmpty()) {
      // Not from within the write that told so.
      context.executor().execute(() -> takenAgain(context));
    }
    context.fireChannelWritabilityChanged();
  }

  private void takenAgain(ChannelHandlerContext context) {
    if (!answering) {
      try {
        goOn(context);
      } catch (RuntimeException fault) {
        failed(context, fault);
      }
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (answering || !behind.isEmpty()) {
      readLater = true;
    } else {
      context.read();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (RequestTimeouts.endsAnswer(message)) {
      routed = false;
    }
    closing |= message instanceof HttpResponse response && !HttpUtil.isKeepAlive(response);
    ChannelFuture _ = context.write(message, promise);
    if (!routed && !behind.isEmpty()) {
      // Not from within the write of the answer that was owed.
      context.executor().execute(() -> takenAgain(context));
    }
  }

  /**
   * A server that stops closes connections on which its router owes nothing; here one may be owed.
   */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (answering && !idle && closeLater == null) {
      closeLater = promise;
    } else {
      closing = true;
      ChannelFuture _ = context.close(promise);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    idle |= event instanceof IdleStateEvent state && state.state() == IdleState.ALL_IDLE;
    context.fireUserEventTriggered(event);
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
    behind.forEach(ReferenceCountUtil::release);
    behind.clear();
  }
}
