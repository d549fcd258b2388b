package tradecredit.inquiry;

import java.time.LocalDate;
import tradecredit.ledger.Decision;

/**
 * Who brought something into the book, and on which day.
 *
 * @param principal who
 * @param businessDate the book's day
 */
public record Recorded(String principal, LocalDate businessDate) {

  /** As a decision says. */
  public static Recorded by(Decision decision) {
    return new Recorded(decision.principal(), decision.businessDate());
  }
}
