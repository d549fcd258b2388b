package tradecredit.http.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What requests accept, as the framework's router understands it: it knows {@code application/json}
 * and everything, but no range of one type (RFC 9110, section 12.5.1).
 */
final class MediaRanges {

  private static final Pattern ANY_APPLICATION =
      Pattern.compile("application/\\*", Pattern.CASE_INSENSITIVE);

  private static final String JSON = "application/json";

  private MediaRanges() {}

  /** Puts JSON in place of {@code application/*}, with the same weight: who takes that takes it. */
  static void spellOut(HttpRequest request) {
    List<String> accepted = request.headers().getAll(HttpHeaderNames.ACCEPT);
    if (accepted.stream().anyMatch(ranges -> ANY_APPLICATION.matcher(ranges).find())) {
      request
          .headers()
          .set(
              HttpHeaderNames.ACCEPT,
              accepted.stream()
                  .map(ranges -> ANY_APPLICATION.matcher(ranges).replaceAll(JSON))
                  .toList());
    }
  }
}
