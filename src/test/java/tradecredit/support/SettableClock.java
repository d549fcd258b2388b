package tradecredit.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  /** At the true instant, to the second. */
  public SettableClock() {
    this.now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** Moves to {@code instant}. */
  public void set(Instant instant) {
    now = instant;
  }
}
