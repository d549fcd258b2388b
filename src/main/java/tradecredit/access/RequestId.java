package tradecredit.access;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * What names a request in answers, audit records and logs: its own {@code X-Request-Id} where that
 * is one header of 1 to 64 letters, digits, dots, hyphens and underscores; else one made here.
 *
 * <p>What is made is a UUID of version 8 (RFC 9562, section 5.8): 60 bits drawn once by this
 * process, then a count, so {@code 5f0c62d1-9a3e-84b7-8000-00000000002a} is its 42nd. It is unique,
 * and no secret; to draw all of it anew for each request took a fiftieth of a poll.
 */
public final class RequestId {

  /** The header, of requests and answers. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ATTRIBUTE = "tradecredit.request-id";

  private static final long VERSION = 8L << 12;
  private static final long VARIANT = 1L << 63;
  private static final long PROCESS = (new SecureRandom().nextLong() & ~(0xFL << 12)) | VERSION;
  private static final AtomicLong MADE = new AtomicLong();

  private RequestId() {}

  /** The name of {@code request}, the same whenever it is asked for. */
  public static String of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(
            () -> {
              var given = request.getHeaders().getAll(HEADER);
              String id =
                  given.size() == 1 && FORM.matcher(given.getFirst()).matches()
                      ? given.getFirst()
                      : new UUID(PROCESS, VARIANT | MADE.incrementAndGet()).toString();
              request.setAttribute(ATTRIBUTE, id);
              return id;
            });
  }
}
