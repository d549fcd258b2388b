package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import tradecredit.money.Quoted;

/**
 * A body with a content coding, {@code gzip} for instance (RFC 9110, section 8.4). None is taken: a
 * small body could unpack to any size, and one that breaks off might not be noticed.
 */
final class CodedBodyException extends RuntimeException {

  /** The one way in which bodies are taken: as they are. */
  static final String TAKEN = "identity";

  private static final long serialVersionUID = 1L;

  CodedBodyException(String codings) {
    super(
        "Bodies are taken as they are, not coded as " + Quoted.of(codings) + ".",
        null,
        false,
        false);
  }

  Problem problem(String instance) {
    String detail = String.valueOf(getMessage());
    return Problem.of(415, Codes.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type", detail, instance)
        .withErrors(
            List.of(
                new Fault(
                    "header:" + HttpHeaders.CONTENT_ENCODING,
                    Codes.UNSUPPORTED_MEDIA_TYPE,
                    detail)));
  }
}
