package tradecredit.posting;

import java.time.LocalDate;
import tradecredit.access.AuditEvent;
import tradecredit.agreement.BusinessDateMode;

/** The book's day. */
public interface BusinessDay {

  /** The business date now. */
  LocalDate today();

  /** Where it comes from. */
  BusinessDateMode mode();

  /**
   * Moves it forwards, or leaves it where it is. Only in manual mode. A move is recorded with it.
   *
   * @param audit who moves it
   * @return the business date afterwards: {@code date}, or a later one where {@code date} was
   *     before it
   */
  LocalDate advanceTo(LocalDate date, AuditEvent audit);
}
