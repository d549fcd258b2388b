package tradecredit.inquiry;

import java.time.LocalDate;

/** The book's today. */
public interface BusinessDates {

  /** The business date now. */
  LocalDate today();
}
