package tradecredit.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.ledger.Netstrings;
import tradecredit.money.Money;

/**
 * The note as it was recorded.
 *
 * @param principal the sum that was promised
 * @param date the note's date: the agreement's effective date
 * @param instalments its schedule, which sums to the principal
 */
public record PromissoryNote(Money principal, LocalDate date, List<Instalment> instalments)
    implements NoteDocument {

  /** Keeps its schedule; refuses one that is not the principal. */
  public PromissoryNote {
    instalments = List.copyOf(instalments);
    Money sum = instalments.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(principal)) {
      throw new IllegalArgumentException("instalments of " + sum + " for a note of " + principal);
    }
  }

  /**
   * The schedule of a principal: equal instalments, each rounded down to the cent, and the cents
   * that do not divide in the last.
   *
   * <p>Example: 100,000.00 in six, 180 days after 2001-05-16, is 16,666.66 on 2001-11-12 and on the
   * 12th of the four months that follow, and 16,666.70 on 2002-04-12.
   *
   * @throws IllegalArgumentException if the principal is below {@link #smallestPrincipal}
   */
  public static PromissoryNote of(
      Money principal, LocalDate agreementDate, PromissoryNoteTerms terms) {
    if (smallestPrincipal(terms).isGreaterThan(principal)) {
      throw new IllegalArgumentException(principal + " leaves an instalment of 0.00");
    }
    int count = terms.instalments();
    Money equal = Money.ofCents(principal.cents() / count);
    List<Instalment> instalments = new ArrayList<>(count);
    Money left = principal;
    for (int number = 1; number <= count; number++) {
      Money amount = number < count ? equal : left;
      instalments.add(new Instalment(number, terms.dueDate(agreementDate, number), amount));
      left = left.minus(amount);
    }
    return new PromissoryNote(principal, agreementDate, instalments);
  }

  /** A cent for each instalment: with less, one of them would be 0.00. */
  public static Money smallestPrincipal(PromissoryNoteTerms terms) {
    return Money.ofCents(terms.instalments());
  }

  @Override
  public NoteAct act() {
    return NoteAct.NOTE;
  }

  @Override
  public String documentNumber() {
    return "promissory-note";
  }

  @Override
  public Money change() {
    return principal;
  }

  @Override
  public String canonical() {
    Netstrings fields = new Netstrings().add(principal).add(date);
    for (Instalment each : instalments) {
      fields.add(each.number()).add(each.dueDate()).add(each.amount());
    }
    return fields.toString();
  }
}
