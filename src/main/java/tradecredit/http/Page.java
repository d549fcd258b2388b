package tradecredit.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param nextCursor for the next page; null on the last
 * @param <T> what it lists
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * The response for this page, with {@code Link: rel="next"} (RFC 8288) where there is a next one.
   */
  static <T> MutableHttpResponse<Page<T>> response(
      HttpRequest<?> request, List<T> items, @Nullable String next) {
    return response(request, items, next, "cursor");
  }

  /** The response for a page whose next one is asked for by {@code parameter}. */
  static <T> MutableHttpResponse<Page<T>> response(
      HttpRequest<?> request, List<T> items, @Nullable String next, String parameter) {
    MutableHttpResponse<Page<T>> response = HttpResponse.ok(new Page<>(items, next));
    if (next != null) {
      String uri =
          UriBuilder.of(request.getUri()).replaceQueryParam(parameter, next).build().toString();
      response.header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"");
    }
    return response;
  }
}
