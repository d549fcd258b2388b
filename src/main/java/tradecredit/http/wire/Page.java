package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.Slice;

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
   * The response for a slice whose next one begins after the number of its last item.
   *
   * @param list which list it is, so that a cursor of another one is refused
   * @param number by which the list is ordered
   * @param body what is written of an item
   */
  public static <T, B> MutableHttpResponse<Page<B>> of(
      HttpRequest<?> request,
      String list,
      Slice<T> slice,
      ToLongFunction<T> number,
      Function<T, B> body) {
    return ofTexts(request, list, slice, item -> Long.toString(number.applyAsLong(item)), body);
  }

  /** The same for a list that is ordered by a text, which is ASCII. */
  public static <T, B> MutableHttpResponse<Page<B>> ofTexts(
      HttpRequest<?> request,
      String list,
      Slice<T> slice,
      Function<T, String> text,
      Function<T, B> body) {
    return response(request, slice.items().stream().map(body).toList(), next(list, slice, text));
  }

  /** The cursor of the page behind {@code slice}; null where nothing follows. */
  public static <T> @Nullable String next(String list, Slice<T> slice, Function<T, String> text) {
    return slice.more() ? Cursor.after(list, text.apply(slice.items().getLast())) : null;
  }

  /**
   * The response for this page, with {@code Link: rel="next"} (RFC 8288) where there is a next one.
   */
  public static <T> MutableHttpResponse<Page<T>> response(
      HttpRequest<?> request, List<T> items, @Nullable String next) {
    return response(request, items, next, "cursor");
  }

  /** The response for a page whose next one is asked for by {@code parameter}. */
  public static <T> MutableHttpResponse<Page<T>> response(
      HttpRequest<?> request, List<T> items, @Nullable String next, String parameter) {
    return linked(request, HttpResponse.ok(new Page<>(items, next)), next, parameter);
  }

  /**
   * The response for a body that has a page among other things, with {@code Link: rel="next"} where
   * there is a next one.
   */
  public static <B> MutableHttpResponse<B> linked(
      HttpRequest<?> request, B body, @Nullable String next) {
    return linked(request, HttpResponse.ok(body), next, "cursor");
  }

  private static <B> MutableHttpResponse<B> linked(
      HttpRequest<?> request,
      MutableHttpResponse<B> response,
      @Nullable String next,
      String parameter) {
    if (next != null) {
      String uri =
          UriBuilder.of(request.getUri()).replaceQueryParam(parameter, next).build().toString();
      response.header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"");
    }
    return response;
  }
}
