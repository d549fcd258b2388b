package tradecredit.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
   * The first day, from {@code businessDate} on, on which {@code balance} is within the limit in
   * force on it, if what is open and undisputed is paid on its due date; null if never. What is
   * past due or disputed is not counted on.
   *
   * <p>Example: 200.00 fall due on 4 June and 500.00 on 9 June. For 300.00 above the limit the
   * answer is 9 June; with a limit that is 100.00 higher from 6 June on, it is 6 June.
   */
  @Nullable LocalDate firstDateWithRoom(LocalDate businessDate, Money balance, TermsHistory terms) {
    SortedSet<LocalDate> days = new TreeSet<>(dueOn.tailMap(businessDate, true).keySet());
    days.addAll(terms.beginningBetween(businessDate, LocalDate.MAX));
    Money left = balance;
    for (LocalDate day : days) {
      left = left.minus(dueOn.getOrDefault(day, Money.ZERO));
      if (!left.isGreaterThan(terms.on(day).terms().creditLimit())) {
        return day;
      }
    }
    return null;
  }

  /**
   * The last day after {@code position}'s business date, up to {@code day}, on which the standing
   * turns from good to not good or back, if nothing is posted until then; null where it does not.
   * For days that are over and not ended yet it is the day that their end will record.
   *
   * <p>Example: the account was last judged on 1 June and is in good standing; 200.00 fall due on 4
   * June. For 9 June the answer is 5 June, for 4 June it is null.
   */
  public @Nullable LocalDate lastTurn(Position position, LocalDate day, TermsHistory terms) {
    LocalDate judged = position.businessDate();
    NavigableSet<LocalDate> days = new TreeSet<>(terms.beginningBetween(judged, day));
    dueOn.keySet().stream()
        .map(due -> due.plusDays(1))
        .filter(late -> late.isAfter(judged) && !late.isAfter(day))
        .forEach(days::add);
    LocalDate turned = null;
    Standing standing = position.standing();
    for (LocalDate next : days) {
      Money pastDue =
          dueOn.subMap(judged, next).values().stream().reduce(position.pastDue(), Money::plus);
      Standing then =
          position
              .onDate(next, pastDue, position.recordedAt())
              .reasons(terms.on(next).terms())
              .standing();
      if (then != standing) {
        turned = next;
        standing = then;
      }
    }
    return turned;
  }
}
