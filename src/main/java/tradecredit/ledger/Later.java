package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The later of two dates, and instants of which each is later than the one before. */
public final class Later {

  private Later() {}

  /** The later of the two. */
  public static LocalDate of(LocalDate one, LocalDate other) {
    return other.isAfter(one) ? other : one;
  }

  /**
   * When something is recorded, in microseconds, which is what both databases keep: now, but always
   * later than what was recorded last, whatever the clock does.
   */
  public static Instant than(Instant last, Instant now) {
    Instant micros = now.truncatedTo(ChronoUnit.MICROS);
    return micros.isAfter(last) ? micros : last.plus(1, ChronoUnit.MICROS);
  }
}
