package tradecredit.http.wire;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tradecredit.settings.Bounds;

/**
 * The bounds of what one request may bring.
 *
 * @param postingBytes the body of a single posting; of an import, the characters in the rows of one
 *     invoice
 * @param batchItems the invoices of a JSON batch, and the rows of an atomic import
 * @param lines the lines of an invoice, and the allocations of a payment
 * @param importRows the rows of an independent import
 * @param importRowBytes the characters of one row of an import
 * @param imports how many imports of an account run, or have their answers taken, at once; one more
 *     is answered 503
 * @param batches how many JSON batches are read at once; one more waits a little, then is answered
 *     503
 * @param bodiesShare how much of the heap, in percent, the bodies that are read whole may take
 *     together, each until it is answered, and the answers, each until it is taken, but no more
 *     than three quarters of the direct memory; one more is answered 503
 * @param bodiesSharePerParty how much of that, in percent, the bodies and answers of one side may
 *     take. A side is a party, or all members of its group. It may always have one body of the
 *     largest, if there is room
 * @param headTimeout how long the head of a request of which some has come may take to be whole
 * @param bodyTimeout how long a request may take from its head until it is answered, if its body is
 *     read whole and is not there with its head. The time counts in which its client leaves an
 *     earlier answer. What is still to come of any body whose request is answered already has this
 *     time, too
 * @param importTimeout how long an import may take from its head until it is answered, if its body
 *     is not there with its head. No longer is any connection kept on which nothing moves while the
 *     service owes it an answer
 * @param answerTimeout how long a client may take for an answer of which it takes some each time
 *     that the connection would count as idle
 */
@ConfigurationProperties("tradecredit.http")
public record HttpBounds(
    @Bindable(defaultValue = "1048576") int postingBytes,
    @Bindable(defaultValue = "10000") int batchItems,
    @Bindable(defaultValue = "1000") int lines,
    @Bindable(defaultValue = "200000") int importRows,
    @Bindable(defaultValue = "16384") int importRowBytes,
    @Bindable(defaultValue = "2") int imports,
    @Bindable(defaultValue = "2") int batches,
    @Bindable(defaultValue = "25") int bodiesShare,
    @Bindable(defaultValue = "50") int bodiesSharePerParty,
    @Bindable(defaultValue = "30s") Duration headTimeout,
    @Bindable(defaultValue = "90s") Duration bodyTimeout,
    @Bindable(defaultValue = "1h") Duration importTimeout,
    @Bindable(defaultValue = "5m") Duration answerTimeout) {

  private static final byte[] NOTHING = {};
  private static final int WHOLE = 100;

  private static final Bounds BOUNDS = new Bounds("tradecredit.http");

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if one is not above zero, or a share is above 100
   */
  public HttpBounds {
    BOUNDS.positive("posting-bytes", postingBytes);
    BOUNDS.positive("batch-items", batchItems);
    BOUNDS.positive("lines", lines);
    BOUNDS.positive("import-rows", importRows);
    BOUNDS.positive("import-row-bytes", importRowBytes);
    BOUNDS.positive("imports", imports);
    BOUNDS.positive("batches", batches);
    BOUNDS.positive("bodies-share", bodiesShare);
    BOUNDS.positive("bodies-share-per-party", bodiesSharePerParty);
    BOUNDS.positive("head-timeout", headTimeout);
    BOUNDS.positive("body-timeout", bodyTimeout);
    BOUNDS.positive("import-timeout", importTimeout);
    BOUNDS.positive("answer-timeout", answerTimeout);
    atMostWhole("bodies-share", bodiesShare);
    atMostWhole("bodies-share-per-party", bodiesSharePerParty);
  }

  private static void atMostWhole(String name, int percent) {
    if (percent > WHOLE) {
      throw new IllegalArgumentException(
          "tradecredit.http.%s is at most %d percent, not %d".formatted(name, WHOLE, percent));
    }
  }

  /** The body of a single posting, or a 413 where it is above its bound. */
  public byte[] posting(byte @Nullable [] body) {
    if (body != null && body.length > postingBytes) {
      throw tooLarge(body.length);
    }
    return whole(body);
  }

  /** The 413 for the body of a single posting. */
  ProblemException tooLarge(long length) {
    return ProblemException.tooLarge(
        "A single posting has at most %d bytes; this one has %d.".formatted(postingBytes, length));
  }

  /** The body, empty where there is none. */
  public static byte[] whole(byte @Nullable [] body) {
    return body == null ? NOTHING : body;
  }
}
