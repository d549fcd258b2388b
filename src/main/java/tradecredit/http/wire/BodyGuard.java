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
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Principal;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;

/**
 * Bounds what bodies take while they come in, after it is known who sends them and before they are
 * read. A compressed body is not taken. A body that is too large for its operation is refused by
 * its length. Bodies that are read whole share a part of the heap until they are answered, and one
 * side has no more than a part of that, so that it never keeps the others out. Each body has a
 * deadline, so that one that trickles in does not hold its place for longer. A body that does not
 * say how long it is, and is not there with its head, counts as the longest.
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
  private final BodyRoom room;

  BodyGuard(Agreement agreement, HttpBounds bounds, BodySizes sizes) {
    this.agreement = agreement;
    this.bounds = bounds;
    this.sizes = sizes;
    this.room =
        new BodyRoom(
            Runtime.getRuntime().maxMemory() / 100 * bounds.bodiesShare(),
            bounds.bodiesSharePerParty(),
            sizes.whole());
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /**
   * Lets a body in if there is room for it, and sets its deadline. One that no operation takes is
   * left alone: nobody reads it, and what is wrong with its request (404, 405, 406, 415) is for the
   * router to say.
   */
  @RequestFilter
  void arrives(HttpRequest<?> request) {
    if (BODILESS.contains(request.getMethod())
        || RouteAttributes.getRouteMatch(request).isEmpty()) {
      return;
    }
    refuseUntaken(request);
    TakesBody.Kind kind = kind(request);
    long length = request.getContentLength();
    if (kind == TakesBody.Kind.POSTING && length > bounds.postingBytes()) {
      throw bounds.tooLarge(length);
    }
    if (kind == TakesBody.Kind.BATCH && length > sizes.whole()) {
      throw sizes.batchTooLarge(length);
    }
    long taken = kind == TakesBody.Kind.STREAM ? 0 : taken(request, length);
    PartyId side = side(request);
    if (!room.take(side, taken)) {
      throw new BusyException("As many bodies come in as there is room for; nothing was done.");
    }
    request.setAttribute(HELD, new Held(side, taken, endOf(request, kind)));
  }

  /** Whose room it takes; nobody but the operator is there without a party of the agreement. */
  private PartyId side(HttpRequest<?> request) {
    return request
        .getUserPrincipal(Principal.class)
        .map(principal -> agreement.sideOf(principal.party()))
        .orElse(PartyId.OPERATOR);
  }

  private static void refuseUntaken(HttpRequest<?> request) {
    List<String> codings = request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING);
    if (!codings.stream().allMatch(UntakenBodyException.AS_IT_IS::equalsIgnoreCase)) {
      throw UntakenBodyException.coded(codings);
    }
    List<String> types = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() > 1 || (!types.isEmpty() && request.getContentType().isEmpty())) {
      throw UntakenBodyException.ofType(types);
    }
  }

  /** Gives back what the request held; whatever became of it, it is answered once. */
  @ResponseFilter
  void leaves(HttpRequest<?> request) {
    request
        .removeAttribute(HELD, Held.class)
        .ifPresent(
            held -> {
              room.giveBack(held.side(), held.bytes());
              if (held.end() != null) {
                held.end().cancel(false);
              }
            });
  }

  /**
   * What a request holds until it is answered.
   *
   * @param side whose it is
   * @param bytes of the room for bodies
   * @param end closes its connection in time; null where the body is all there
   */
  private record Held(PartyId side, long bytes, @Nullable Future<?> end) {}

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
