package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import tradecredit.money.Quoted;

/** A body of a kind that is not taken, whatever the operation: 415. */
final class UntakenBodyException extends RuntimeException {

  /** The one way in which bodies are taken: as they are. */
  static final String AS_IT_IS = "identity";

  private static final long serialVersionUID = 1L;

  private final String header;

  private UntakenBodyException(String header, String detail) {
    super(detail, null, false, false);
    this.header = header;
  }

  /**
   * One with a content coding, {@code gzip} for instance (RFC 9110, section 8.4). None is taken: a
   * small body could unpack to any size, and of one that breaks off it is not told that it did.
   */
  static UntakenBodyException coded(List<String> codings) {
    return new UntakenBodyException(
        HttpHeaders.CONTENT_ENCODING,
        "Bodies are taken as they are, not coded as "
            + Quoted.of(String.join(", ", codings))
            + ".");
  }

  /**
   * One that names no media type, or more than one (RFC 9110, section 8.3): any would be a guess.
   */
  static UntakenBodyException ofType(List<String> types) {
    return new UntakenBodyException(
        HttpHeaders.CONTENT_TYPE,
        "A body has one media type, as application/json; "
            + Quoted.of(String.join(", ", types))
            + " is none.");
  }

  boolean isForItsCoding() {
    return header.equals(HttpHeaders.CONTENT_ENCODING);
  }

  Problem problem(String instance) {
    String detail = String.valueOf(getMessage());
    return Problem.of(415, Codes.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type", detail, instance)
        .withErrors(List.of(new Fault("header:" + header, Codes.UNSUPPORTED_MEDIA_TYPE, detail)));
  }
}
