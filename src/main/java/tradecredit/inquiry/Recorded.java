package tradecredit.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.ledger.Decision;

/**
 * Who brought something into the book, and when.
 *
 * @param principal who
 * @param businessDate the book's day
 * @param recordedAt when the book learned it
 */
public record Recorded(String principal, LocalDate businessDate, Instant recordedAt) {

  /** As a decision says. */
  public static Recorded by(Decision decision) {
    return new Recorded(decision.principal(), decision.businessDate(), decision.recordedAt());
  }
}
