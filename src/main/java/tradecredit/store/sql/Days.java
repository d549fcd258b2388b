package tradecredit.store.sql;

import java.time.LocalDate;

/** What is bound where a statement asks for a day and all days are meant. */
public final class Days {

  /** Before all days that a book may have. */
  public static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

  /** After all days that a book may have. */
  public static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

  private Days() {}
}
