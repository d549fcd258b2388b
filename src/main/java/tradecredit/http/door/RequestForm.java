package tradecredit.http.door;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.MisformedRequestException;

/**
 * The form that RFC 9112 demands of a request and its decoder does not look at. A request that two
 * servers read in two ways can hide another one in its body; so whatever is in doubt is refused,
 * and its connection has no next request.
 */
final class RequestForm {

  /** What a registered name may have beside letters and digits (RFC 3986, section 3.2.2). */
  private static final String NAME = "-._~%!$&'()*+,;=";

  private RequestForm() {}

  /** Marks a request that was taken apart, but has no form of HTTP/1.1, as misread. */
  static void demand(HttpRequest request) {
    if (request.decoderResult().isSuccess()) {
      MisformedRequestException fault = fault(request);
      if (fault != null) {
        request.setDecoderResult(DecoderResult.failure(fault));
      } else if (request.protocolVersion().minorVersion() > 1) {
        // It is answered in the highest version of its major one that is spoken (RFC 9110, 6.2).
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
      }
    }
  }

  private static @Nullable MisformedRequestException fault(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    if (version.majorVersion() != 1) {
      return MisformedRequestException.ofOtherVersion();
    }
    HttpHeaders headers = request.headers();
    if (!isHostOnce(headers, version.minorVersion() == 0)) {
      return MisformedRequestException.because(
          "A request has one Host header, of a name and perhaps a port (RFC 9112, section 3.2).");
    }
    if (!isBodyTold(headers)) {
      return MisformedRequestException.because(
          "Where the body ends is not known: chunked is the one Transfer-Encoding that is read"
              + " (RFC 9112, section 6.3).");
    }
    return null;
  }

  /** HTTP/1.0 knew no Host. */
  private static boolean isHostOnce(HttpHeaders headers, boolean optional) {
    Iterator<? extends CharSequence> hosts =
        headers.valueCharSequenceIterator(HttpHeaderNames.HOST);
    if (!hosts.hasNext()) {
      return optional;
    }
    return isHost(hosts.next()) && !hosts.hasNext();
  }

  private static boolean isBodyTold(HttpHeaders headers) {
    Iterator<? extends CharSequence> codings =
        headers.valueCharSequenceIterator(HttpHeaderNames.TRANSFER_ENCODING);
    return !codings.hasNext()
        || (AsciiString.contentEqualsIgnoreCase(codings.next(), HttpHeaderValues.CHUNKED)
            && !codings.hasNext());
  }

  /** Whether it is {@code uri-host [":" port]}, of which the host may be empty. */
  private static boolean isHost(CharSequence host) {
    int end = host.length() > 0 && host.charAt(0) == '[' ? endOfAddress(host) : endOfName(host);
    if (end < 0 || end == host.length()) {
      return end >= 0;
    }
    return host.charAt(end) == ':' && isPort(host, end + 1);
  }

  private static int endOfName(CharSequence host) {
    int end = 0;
    while (end < host.length() && isOfName(host.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || isDigit(one)
        || NAME.indexOf(one) >= 0;
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  /** Behind the bracket that ends an IPv6 address, or -1 where none does. */
  private static int endOfAddress(CharSequence host) {
    int end = 1;
    while (end < host.length() && (host.charAt(end) == ':' || isOfName(host.charAt(end)))) {
      end++;
    }
    return end < host.length() && host.charAt(end) == ']' ? end + 1 : -1;
  }

  private static boolean isPort(CharSequence host, int from) {
    int end = from;
    while (end < host.length() && isDigit(host.charAt(end))) {
      end++;
    }
    return end == host.length();
  }
}
