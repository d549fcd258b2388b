package tradecredit.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What falls due when: the open, undisputed amounts by due date, from the business date on. Working
 * state of one batch.
 */
public final class DueSchedule {

  private final TreeMap<LocalDate, Money> dueOn = new TreeMap<>();

  /** Begins with these amounts. */
  public DueSchedule(Map<LocalDate, Money> dueOn) {
    this.dueOn.putAll(dueOn);
  }

  void add(LocalDate dueDate, Money amount) {
    dueOn.merge(dueDate, amount, Money::plus);
  }

  DueSchedule copy() {
    return new DueSchedule(dueOn);
  }

  /**
   * The first day, from {@code businessDate} on, on which there is room for {@code excess} more, if
   * what is open and undisputed is paid on its due date; null if never. What is past due or
   * disputed is not counted on.
   *
   * <p>Example: 200.00 fall due on 4 June and 500.00 on 9 June. For an excess of 300.00 the answer
   * is 9 June.
   */
  @Nullable LocalDate firstDateWithRoom(LocalDate businessDate, Money excess) {
    Money paid = Money.ZERO;
    for (Map.Entry<LocalDate, Money> due : dueOn.tailMap(businessDate, true).entrySet()) {
      paid = paid.plus(due.getValue());
      if (!excess.isGreaterThan(paid)) {
        return due.getKey();
      }
    }
    return null;
  }
}
