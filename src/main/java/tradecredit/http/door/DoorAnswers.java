package tradecredit.http.door;

import io.micronaut.http.MediaType;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import tradecredit.access.RequestId;
import tradecredit.http.account.BalanceAnswers;
import tradecredit.http.account.BalanceTags;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.http.wire.Rendering;
import tradecredit.http.wire.RequestMeters;
import tradecredit.http.wire.ResponseHeaders;

/**
 * Answers as they are written at the {@link FrontDoor}, with the headers that the same answers have
 * on the router's way.
 */
@Singleton
final class DoorAnswers {

  private static final byte[] NOTHING = {};
  private static final AsciiString REQUEST_ID = AsciiString.cached(RequestId.HEADER);
  private static final AsciiString NOT_STORED = AsciiString.cached(ResponseHeaders.NOT_STORED);
  private static final AsciiString PROBLEM = AsciiString.cached(Problem.MEDIA_TYPE);
  private static final AsciiString JSON = AsciiString.cached(MediaType.APPLICATION_JSON);
  private static final List<Map.Entry<AsciiString, AsciiString>> ALWAYS = always();

  private final Rendering rendering;
  private final RequestMeters meters;

  DoorAnswers(Rendering rendering, RequestMeters meters) {
    this.rendering = rendering;
    this.meters = meters;
  }

  private static List<Map.Entry<AsciiString, AsciiString>> always() {
    List<Map.Entry<AsciiString, AsciiString>> always = new ArrayList<>();
    ResponseHeaders.add(
        (name, value) ->
            always.add(Map.entry(AsciiString.cached(name), AsciiString.cached(value))));
    return List.copyOf(always);
  }

  /** A balance, or that it is the one the caller knows. */
  FullHttpResponse balance(HttpRequest request, BalanceAnswers.TaggedBalance balance) {
    boolean known =
        BalanceTags.matches(request.headers().getAll(HttpHeaderNames.IF_NONE_MATCH), balance.tag());
    FullHttpResponse answer =
        known
            ? answer(request, HttpResponseStatus.NOT_MODIFIED, NOTHING)
            : answer(request, HttpResponseStatus.OK, balance.body());
    HttpHeaders headers = answer.headers();
    headers.set(HttpHeaderNames.ETAG, balance.tag());
    headers.set(HttpHeaderNames.CACHE_CONTROL, BalanceAnswers.CACHING);
    if (!known) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, JSON);
    }
    return answer;
  }

  /** A problem that may be over after so many seconds. */
  FullHttpResponse problem(HttpRequest request, Problem problem, String retryAfterSeconds) {
    FullHttpResponse answer = problem(request, problem);
    answer.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfterSeconds);
    return answer;
  }

  /** That what came is no request as HTTP has it, or has a head above its bounds. */
  FullHttpResponse misread(HttpRequest request) {
    long since = System.nanoTime();
    FullHttpResponse answer =
        problem(request, ProblemResponses.misread(request.decoderResult().cause()));
    meters.answered(RequestMeters.NONE, RequestMeters.NONE, answer.status().code(), since);
    return answer;
  }

  /**
   * Counts an answer to a request of this route.
   *
   * @param since when it came, by {@link System#nanoTime}
   */
  void count(HttpRequest request, String route, FullHttpResponse answer, long since) {
    meters.answered(request.method().name(), route, answer.status().code(), since);
  }

  private FullHttpResponse problem(HttpRequest request, Problem problem) {
    FullHttpResponse answer =
        answer(request, HttpResponseStatus.valueOf(problem.status()), rendering.bytes(problem));
    HttpHeaders headers = answer.headers();
    headers.set(HttpHeaderNames.CACHE_CONTROL, NOT_STORED);
    headers.set(HttpHeaderNames.CONTENT_TYPE, PROBLEM);
    return answer;
  }

  private FullHttpResponse answer(HttpRequest request, HttpResponseStatus status, byte[] body) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    HttpHeaders headers = answer.headers();
    headers.set(REQUEST_ID, RequestId.of(request.headers().getAll(REQUEST_ID)));
    ALWAYS.forEach(header -> headers.set(header.getKey(), header.getValue()));
    headers.set(HttpHeaderNames.DATE, DateFormatter.format(Date.from(Instant.now())));
    if (body.length > 0) {
      headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    return answer;
  }
}
