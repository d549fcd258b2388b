package tradecredit.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not let in. Carries no stack trace: it is no fault of the service.
 *
 * <p>The detail is for the caller and says no more than the caller may know.
 */
public final class TurnedAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable Integer clause;
  private final Duration retryAfter;

  /** Why. */
  public enum Reason {
    /** Nobody proved who they are. */
    NO_CREDENTIALS,
    /** What was to prove it does not. */
    BAD_CREDENTIALS,
    /** They may not do this. */
    FORBIDDEN,
    /** For them it is not there. */
    HIDDEN,
    /** They ask too often. */
    TOO_OFTEN,
    /** It cannot be found out now. */
    BUSY
  }

  TurnedAwayException(Reason reason, String detail) {
    this(reason, detail, null, Duration.ZERO);
  }

  TurnedAwayException(Reason reason, String detail, @Nullable Integer clause, Duration retryAfter) {
    super(detail, null, false, false);
    this.reason = reason;
    this.clause = clause;
    this.retryAfter = retryAfter;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The clause behind it, where there is one. */
  public @Nullable Integer clause() {
    return clause;
  }

  /** How long to wait before asking again; zero where waiting does not help. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** What to tell the caller. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
