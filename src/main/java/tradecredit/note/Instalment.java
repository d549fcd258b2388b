package tradecredit.note;

import java.time.LocalDate;
import tradecredit.money.Money;

/**
 * One instalment of a note.
 *
 * @param number which one, from 1
 * @param dueDate when it falls due
 * @param amount what is due then, above 0.00
 */
public record Instalment(int number, LocalDate dueDate, Money amount) {

  /** Refuses an instalment of nothing. */
  public Instalment {
    if (number < 1 || !amount.isPositive()) {
      throw new IllegalArgumentException("no instalment: number " + number + ", " + amount);
    }
  }
}
