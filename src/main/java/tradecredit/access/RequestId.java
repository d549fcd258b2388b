package tradecredit.access;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What names a request in answers, audit records and the log of failures: its own {@code
 * X-Request-Id} where that is one header of 1 to 64 letters, digits, dots, hyphens and underscores;
 * else one made here.
 */
public final class RequestId {

  /** The header, of requests and answers. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ATTRIBUTE = "tradecredit.request-id";

  private RequestId() {}

  /** The name of {@code request}, the same whenever it is asked for. */
  public static String of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(
            () -> {
              String id = of(request.getHeaders().getAll(HEADER));
              request.setAttribute(ATTRIBUTE, id);
              return id;
            });
  }

  /**
   * The name of a request that brought these headers; where it is made here, a new one each time.
   */
  public static String of(List<String> given) {
    return given.size() == 1 && FORM.matcher(given.getFirst()).matches()
        ? given.getFirst()
        : UUID.randomUUID().toString();
  }
}
