package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/**
 * Conditions on which a request asks for something to be changed (RFC 9110, section 13.1). Nothing
 * here has a version that a change could depend on: whoever takes a balance's {@code ETag} for one
 * must not be told that it was posted on it. Whoever wants a posting once sends an {@code
 * Idempotency-Key}.
 */
final class Preconditions {

  private static final String ANYTHING = "*";

  private Preconditions() {}

  /**
   * Refuses a request that changes something, where its condition does not hold: the versions of
   * {@code If-Match} are of nothing here, and what there is is there already for {@code
   * If-None-Match: *}. The other conditions hold: no version is known here, and {@code
   * If-Unmodified-Since} is ignored by who keeps no dates of modification (section 13.1.4).
   *
   * @throws ProblemException 412 {@code precondition-failed}
   */
  static void demand(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    boolean holds =
        headers.getAll(HttpHeaders.IF_MATCH).stream().allMatch(Preconditions::isAnything)
            && headers.getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .noneMatch(Preconditions::isAnything);
    if (!holds) {
      throw new ProblemException(
          412,
          Codes.PRECONDITION_FAILED,
          "The precondition does not hold",
          "Nothing is changed here on the condition of If-Match, which may say * alone, or of"
              + " If-None-Match: *. Nothing was done; send it without.");
    }
  }

  private static boolean isAnything(String tags) {
    return tags.strip().equals(ANYTHING);
  }
}
