package tradecredit.http.wire;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Principal;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.inquiry.InquirySettings;

/**
 * Bounds what bodies take while they come in, after it is known who sends them and before they are
 * read: none is taken that is compressed, or has no one media type; a body that is too large for
 * its operation is refused by its length; all that are read whole, and all answers, have a share of
 * the heap together, of which one side has no more than a part, so that it never keeps the others
 * out; and each body has an end, so that one that trickles in holds its place no longer than that.
 * A body that does not say how long it is, and is not there with its head, counts as the longest.
 *
 * <p>A request holds what its body takes, or what a page may take if it asks for a list, until its
 * answer is there; from then on what the answer takes, until its client has taken it (see {@link
 * HeldRoom}). A side whose answers took more than its part is answered nothing until some of them
 * are taken, but for what the front door answers.
 *
 * <p>A filter of all requests, though most bring no body: as long as every filter is one, the
 * framework sorts them once, and otherwise anew for each request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class BodyGuard implements Ordered {

  private static final String HELD = BodyGuard.class.getName();
  private static final Set<HttpMethod> BODILESS = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Agreement agreement;
  private final HttpBounds bounds;
  private final BodySizes sizes;

  /** What a page may take: its texts, and as much again for its figures and their names. */
  private final long page;

  /** Bodies come in, and answers go out, by way of direct memory, which other buffers need, too. */
  private final BodyRoom room;

  BodyGuard(
      Agreement agreement, HttpBounds bounds, BodySizes sizes, InquirySettings inquirySettings) {
    this.agreement = agreement;
    this.bounds = bounds;
    this.sizes = sizes;
    this.page = 2L * inquirySettings.pageBytes();
    this.room =
        new BodyRoom(
            Math.min(
                Runtime.getRuntime().maxMemory() / 100 * bounds.bodiesShare(),
                PlatformDependent.maxDirectMemory() / 4 * 3),
            bounds.bodiesSharePerParty(),
            Math.max(sizes.whole(), page));
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /**
   * Lets a request in if there is room for its body, which gets its end, or for the page it asks
   * for. One that no operation takes is left alone: nobody reads its body, and what is wrong with
   * it (404, 405, 406, 415) is for the router to say. So is one without a body that anybody may
   * ask, as the health check.
   */
  @RequestFilter
  void arrives(HttpRequest<?> request) {
    Optional<RouteInfo<?>> route = RouteAttributes.getRouteInfo(request);
    if (route.isEmpty()) {
      StaticPages.refuseUnlessRead(request);
      return;
    }
    if (!BODILESS.contains(request.getMethod())) {
      bodyArrives(request);
    } else if (Principal.senderOf(request).isPresent()) {
      boolean isList = route.get().getResponseBodyType().getType() == Page.class;
      hold(request, isList ? page : 0, null);
    }
  }

  private void bodyArrives(HttpRequest<?> request) {
    Preconditions.demand(request);
    refuseUntaken(request);
    TakesBody.Kind kind = kind(request);
    long length = request.getContentLength();
    if (kind == TakesBody.Kind.POSTING && length > bounds.postingBytes()) {
      throw bounds.tooLarge(length);
    }
    if (kind == TakesBody.Kind.BATCH && length > sizes.whole()) {
      throw sizes.batchTooLarge(length);
    }
    hold(request, kind == TakesBody.Kind.STREAM ? 0 : taken(request, length), kind);
  }

  /**
   * Takes room for a request.
   *
   * @param kind of its body; null where it has none
   * @throws ProblemException if there is none
   */
  private void hold(HttpRequest<?> request, long bytes, TakesBody.@Nullable Kind kind) {
    PartyId side = side(request);
    if (!room.take(side, bytes)) {
      throw ProblemException.busy(
          "As many bodies and answers are under way as there is room for; nothing was done.");
    }
    Future<?> end = kind == null ? null : endOf(request, kind);
    request.setAttribute(HELD, new Held(new HeldRoom(room, side, bytes), end));
  }

  /** Whose room it takes; nobody but the operator is there without a party of the agreement. */
  private PartyId side(HttpRequest<?> request) {
    return Principal.senderOf(request)
        .map(principal -> agreement.sideOf(principal.party()))
        .orElse(PartyId.OPERATOR);
  }

  private static void refuseUntaken(HttpRequest<?> request) {
    List<String> codings = request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING);
    if (!codings.stream().allMatch(ProblemException.AS_IT_IS::equalsIgnoreCase)) {
      throw ProblemException.coded(codings);
    }
    List<String> types = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() > 1 || (!types.isEmpty() && request.getContentType().isEmpty())) {
      throw ProblemException.ofType(types);
    }
  }

  /**
   * From here on the answer holds the room, until it is taken; whatever became of the request, it
   * is answered once.
   */
  @ResponseFilter
  void leaves(HttpRequest<?> request) {
    request
        .removeAttribute(HELD, Held.class)
        .ifPresent(
            held -> {
              if (held.end() != null) {
                held.end().cancel(false);
              }
              OwedAnswers.hold(request, held.room());
            });
  }

  /**
   * What a request holds until it is answered.
   *
   * @param room its own
   * @param end closes its connection in time; null where the body is all there
   */
  private record Held(HeldRoom room, @Nullable Future<?> end) {}

  private long taken(HttpRequest<?> request, long length) {
    AvailableByteBody here = here(request);
    if (here != null) {
      return here.length();
    }
    return request.getHeaders().contains("Transfer-Encoding") ? sizes.whole() : Math.max(0, length);
  }

  /** Its body, where that is there with its head. */
  private static @Nullable AvailableByteBody here(HttpRequest<?> request) {
    return request instanceof ServerHttpRequest<?> server
            && server.byteBody() instanceof AvailableByteBody here
        ? here
        : null;
  }

  /** Closes the connection of a request that takes too long to come in. */
  private @Nullable Future<?> endOf(HttpRequest<?> request, TakesBody.Kind kind) {
    if (here(request) != null || !(request instanceof NettyHttpRequest<?> netty)) {
      return null;
    }
    Channel channel = netty.getChannelHandlerContext().channel();
    Duration most = kind == TakesBody.Kind.STREAM ? bounds.importTimeout() : bounds.bodyTimeout();
    Runnable close =
        () -> {
          Future<?> _ = channel.close();
        };
    return channel.eventLoop().schedule(close, most.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static TakesBody.Kind kind(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .flatMap(
            route -> route.getAnnotationMetadata().enumValue(TakesBody.class, TakesBody.Kind.class))
        .orElse(TakesBody.Kind.POSTING);
  }
}
