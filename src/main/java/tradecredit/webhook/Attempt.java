package tradecredit.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param startedAt when it began
 * @param latency how long it took
 * @param status the status of the answer; null where there was none
 * @param failure why it was no success; null where it was one
 * @param retryAfter how long the receiver asks to wait, within bounds; null where it does not
 */
public record Attempt(
    Instant startedAt,
    Duration latency,
    @Nullable Integer status,
    @Nullable Failure failure,
    @Nullable Duration retryAfter) {

  private static final int GONE = 410;

  /** Whether it was a success: 2xx, and the answer was whole or cut by us. */
  public boolean isSuccess() {
    return failure == null;
  }

  /** Whether the receiver says that it is gone for good (410). */
  public boolean isGone() {
    return status != null && status == GONE;
  }

  /** When it ended. */
  public Instant endedAt() {
    return startedAt.plus(latency);
  }
}
