package tradecredit.note;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tradecredit.money.Money;

/**
 * What is due, paid and late of a note on a day. An instalment is due on its due date and late from
 * the day after, as an invoice is past due. On every day {@code paid + unpaid} is the principal,
 * and {@code late <= due <= unpaid}.
 *
 * <p>Example: of instalments of 10,000.00 on 2001-11-12 and 2001-12-12 and a payment of 4,000.00,
 * on 2001-12-12 are due 16,000.00 and late 6,000.00.
 *
 * @param asOf the day
 * @param paid the payments that count on the day: received, and not returned
 * @param unpaid the rest of the principal
 * @param due of it, what fell due on or before the day
 * @param late of that, what fell due before the day
 * @param instalments each by itself
 */
public record NoteFigures(
    LocalDate asOf,
    Money paid,
    Money unpaid,
    Money due,
    Money late,
    List<InstalmentFigures> instalments) {

  /** How an instalment stands on a day. */
  public enum Status {
    /** Nothing of it is unpaid. */
    PAID("paid"),
    /** Its due date is still to come. */
    NOT_DUE("notDue"),
    /** It is due on the day. */
    DUE("due"),
    /** It was due before the day. */
    LATE("late");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * An instalment on a day.
   *
   * @param instalment the instalment
   * @param paid what was paid on it up to the day
   * @param unpaid the rest
   * @param status how it stands
   * @param daysLate whole days since its due date while something is unpaid; else 0
   */
  public record InstalmentFigures(
      Instalment instalment, Money paid, Money unpaid, Status status, long daysLate) {

    static InstalmentFigures of(Instalment instalment, Money paid, LocalDate asOf) {
      Money unpaid = instalment.amount().minus(paid);
      Status status = status(instalment, unpaid, asOf);
      long days = ChronoUnit.DAYS.between(instalment.dueDate(), asOf);
      return new InstalmentFigures(
          instalment, paid, unpaid, status, status == Status.LATE ? days : 0);
    }

    private static Status status(Instalment instalment, Money unpaid, LocalDate asOf) {
      if (unpaid.isZero()) {
        return Status.PAID;
      }
      int order = instalment.dueDate().compareTo(asOf);
      if (order == 0) {
        return Status.DUE;
      }
      return order < 0 ? Status.LATE : Status.NOT_DUE;
    }
  }

  /** Keeps its list. */
  public NoteFigures {
    instalments = List.copyOf(instalments);
  }

  /**
   * The figures of a note.
   *
   * @param paid what counts as paid on each instalment on the day; those without are unpaid
   */
  public static NoteFigures of(PromissoryNote note, Map<Integer, Money> paid, LocalDate asOf) {
    List<InstalmentFigures> each = new ArrayList<>();
    for (Instalment instalment : note.instalments()) {
      Money part = paid.getOrDefault(instalment.number(), Money.ZERO);
      each.add(InstalmentFigures.of(instalment, part, asOf));
    }
    Money unpaid = unpaid(each, List.of(Status.NOT_DUE, Status.DUE, Status.LATE));
    return new NoteFigures(
        asOf,
        note.principal().minus(unpaid),
        unpaid,
        unpaid(each, List.of(Status.DUE, Status.LATE)),
        unpaid(each, List.of(Status.LATE)),
        each);
  }

  private static Money unpaid(List<InstalmentFigures> each, List<Status> of) {
    return each.stream()
        .filter(one -> of.contains(one.status()))
        .map(InstalmentFigures::unpaid)
        .reduce(Money.ZERO, Money::plus);
  }
}
