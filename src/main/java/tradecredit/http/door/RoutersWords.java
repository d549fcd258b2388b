package tradecredit.http.door;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.List;
import java.util.regex.Pattern;

/** Has a request say what it says in the words that the framework's router understands. */
final class RoutersWords {

  private static final Pattern ANY_APPLICATION =
      Pattern.compile("application/\\*", Pattern.CASE_INSENSITIVE);

  private static final String JSON = "application/json";

  private RoutersWords() {}

  /**
   * Puts into the router's words, with the same meaning:
   *
   * <ul>
   *   <li>{@code Accept}: it knows {@code application/json} and everything, but no range of one
   *       type (RFC 9110, section 12.5.1). JSON is put in place of {@code application/*}, with the
   *       same weight: who takes that takes it.
   *   <li>{@code Connection}: it does not see {@code close} among other options (section 7.6.1).
   *   <li>{@code Range}, which a server may ignore (section 14.2): it takes the last bytes of a
   *       file for the first, and a part of another version for the one asked for. So files come
   *       whole.
   * </ul>
   */
  static void put(HttpRequest request) {
    HttpHeaders headers = request.headers();
    List<String> accepted = headers.getAll(HttpHeaderNames.ACCEPT);
    if (accepted.stream().anyMatch(ranges -> ANY_APPLICATION.matcher(ranges).find())) {
      headers.set(
          HttpHeaderNames.ACCEPT,
          accepted.stream()
              .map(ranges -> ANY_APPLICATION.matcher(ranges).replaceAll(JSON))
              .toList());
    }
    if (!HttpUtil.isKeepAlive(request)) {
      HttpUtil.setKeepAlive(request, false);
    }
    headers.remove(HttpHeaderNames.RANGE);
  }
}
