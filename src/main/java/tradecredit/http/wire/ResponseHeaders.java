package tradecredit.http.wire;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.function.BiConsumer;
import tradecredit.access.RequestId;

/**
 * What every answer carries: the request's id, and the headers that keep a browser from guessing,
 * framing, storing or running what it is sent. The API page alone may run its own scripts.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ResponseHeaders {

  /** The Cache-Control of what nobody keeps. */
  public static final String NOT_STORED = "no-store";

  private static final String API = "/v1/";
  private static final String PAGE = "/docs";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String OWN_PAGE =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String POLICY = "Content-Security-Policy";

  /** What an answer to a program carries, whatever it is. */
  public static void add(BiConsumer<String, String> headers) {
    headers.accept("X-Content-Type-Options", "nosniff");
    headers.accept(POLICY, NOTHING);
    headers.accept("Referrer-Policy", "no-referrer");
    headers.accept("Cross-Origin-Resource-Policy", "same-origin");
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    headers.set(RequestId.HEADER, RequestId.of(request));
    add(headers::set);
    if (request.getPath().startsWith(PAGE)) {
      headers.set(POLICY, OWN_PAGE);
    }
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, NOT_STORED);
    }
    if (request.getPath().startsWith(API)
        && response.body() != null
        && !headers.contains(HttpHeaders.CONTENT_TYPE)) {
      // Else it would be the range that was accepted, its weight included: application/json;q=0.9.
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
