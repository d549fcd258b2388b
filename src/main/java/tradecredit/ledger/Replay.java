package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Terms;
import tradecredit.money.Money;

/**
 * An account worked out anew from its entries, in their order: all that follows from them and from
 * the terms it was opened with. It keeps what falls due by day, not the invoices, so it costs days
 * whatever the number of entries. Nothing is decided here: all that is in the book was decided when
 * it was posted.
 *
 * <p>It adds up movements and sees the edges of breach and standing on its own, though {@link
 * Register} does the same for what is posted: with one code for both, a mistake in it would prove
 * itself right. The two share definitions only (of the shortfall, of the crossing of a threshold,
 * of the reasons against good standing), and those this class does not prove.
 *
 * <p>Used by one thread, to prove what is recorded beside the entries.
 */
public final class Replay {

  /** What is open and undisputed and not past due, by due date. */
  private final TreeMap<LocalDate, Money> dueOn = new TreeMap<>();

  private final Map<Long, TermsChange> proposed = new HashMap<>();
  private TermsHistory terms;
  private Position position;

  /** Begins before the first entry, on the first day of these terms. */
  public Replay(AccountId account, TermsHistory opening) {
    terms = opening;
    position =
        new Position(
            account,
            opening.versions().getFirst().effectiveDate(),
            Instant.EPOCH,
            Position.Figures.NONE,
            Standing.GOOD,
            null,
            Position.Last.NONE,
            EntryChain.GENESIS);
  }

  /**
   * What an entry or a day's end leads to.
   *
   * @param businessDate on which day
   * @param sequence the account's last entry then
   * @param fallen what fell past due by a day's end
   * @param told what the events say of it, in order, those of invoices past due left out
   * @param changed what stands against good standing since then; null where that did not change
   * @param terms the versions of the terms that it brought
   */
  public record Step(
      LocalDate businessDate,
      long sequence,
      Money fallen,
      List<LedgerEvent.Detail> told,
      @Nullable StandingReasons changed,
      List<TermsVersion> terms) {

    /** Keeps both lists. */
    public Step {
      told = List.copyOf(told);
      terms = List.copyOf(terms);
    }
  }

  /** Where the account stands now. Events are not counted in it, and it has no instant. */
  public Position position() {
    return position;
  }

  /** The terms in force now. */
  public TermsVersion inForce() {
    return terms.on(position.businessDate());
  }

  /** Whether the balance is above the limit in force now. */
  public boolean isOverLimit() {
    return reasons().overLimit().isPositive();
  }

  private StandingReasons reasons() {
    return position.reasons(inForce().terms());
  }

  /** Ends the days before {@code date}, each on which something changes on its own. */
  public List<Step> turnTo(LocalDate date) {
    LocalDate today = position.businessDate();
    if (!date.isAfter(today)) {
      return List.of();
    }
    NavigableSet<LocalDate> days = new TreeSet<>(terms.beginningBetween(today, date));
    dueOn
        .headMap(date)
        .forEach(
            (due, amount) -> {
              if (amount.isPositive()) {
                days.add(due.plusDays(1));
              }
            });
    days.add(date);
    return days.stream().map(this::turn).toList();
  }

  private Step turn(LocalDate day) {
    StandingReasons before = reasons();
    Terms termsBefore = inForce().terms();
    Map<LocalDate, Money> due = dueOn.headMap(day);
    Money fallen = due.values().stream().reduce(Money.ZERO, Money::plus);
    due.clear();
    position = position.onDate(day, position.pastDue().plus(fallen), position.recordedAt());
    List<LedgerEvent.Detail> told = crossings(position.balance(), termsBefore);
    return new Step(day, position.sequence(), fallen, told, judge(before, told), List.of());
  }

  /**
   * Takes the next entry, which belongs to the current business date, with its document and
   * movements.
   */
  public Step enter(Entry entry, Document document, List<Movement> movements) {
    StandingReasons before = reasons();
    Terms termsBefore = inForce().terms();
    List<TermsVersion> added = amended(document);
    position =
        position
            .onEntry(entry, figures(entry, movements))
            .onDecision(position.decisions() + 1, entry.recordedAt())
            .onHold(hold(entry, document));
    if (!added.isEmpty()) {
      terms = terms.plus(added);
    }
    List<LedgerEvent.Detail> told = crossings(entry.balanceBefore(), termsBefore);
    return new Step(
        position.businessDate(), position.sequence(), Money.ZERO, told, judge(before, told), added);
  }

  private List<TermsVersion> amended(Document document) {
    if (document instanceof DeskDocument.TermsAmendment amendment) {
      proposed.put(amendment.sequence(), amendment.change());
    }
    if (!(document instanceof DeskDocument.AmendmentDecision decision)) {
      return List.of();
    }
    TermsChange change = Objects.requireNonNull(proposed.remove(decision.amendmentSequence()));
    LocalDate from = decision.effectiveDate();
    return from == null ? List.of() : terms.amendedBy(change, from);
  }

  private @Nullable Hold hold(Entry entry, Document document) {
    if (document instanceof DeskDocument.HoldPlaced placed) {
      return new Hold(placed.sequence(), placed.reason(), entry.businessDate());
    }
    return document instanceof DeskDocument.HoldLifted ? null : position.hold();
  }

  private Position.Figures figures(Entry entry, List<Movement> movements) {
    Money pastDue = position.pastDue();
    Money disputed = position.disputed();
    Money unapplied = position.unappliedCredit();
    for (Movement movement : movements) {
      disputed = disputed.plus(movement.disputedAmount());
      Money owed = movement.amount().minus(movement.disputedAmount());
      if (movement.kind() == Movement.Kind.CREDIT) {
        unapplied = unapplied.minus(movement.amount());
      } else if (movement.dueDate().isBefore(position.businessDate())) {
        pastDue = pastDue.plus(owed);
      } else {
        dueOn.merge(movement.dueDate(), owed, Money::plus);
      }
    }
    Money shortfall =
        Register.shortfall(entry.act(), entry.amount(), position.shortfall(), entry.balanceAfter());
    return new Position.Figures(entry.balanceAfter(), pastDue, disputed, unapplied, shortfall);
  }

  private List<LedgerEvent.Detail> crossings(Money balanceBefore, Terms termsBefore) {
    return new ArrayList<>(
        Thresholds.crossed(balanceBefore, termsBefore, position.balance(), inForce().terms()));
  }

  private @Nullable StandingReasons judge(StandingReasons before, List<LedgerEvent.Detail> told) {
    StandingReasons reasons = reasons();
    if (reasons.equals(before)) {
      return null;
    }
    boolean over = reasons.overLimit().isPositive();
    if (over != before.overLimit().isPositive()) {
      long number = position.breaches() + (over ? 1 : 0);
      Money limit = inForce().terms().creditLimit();
      position = position.onBreach(number);
      told.add(new LedgerEvent.BreachDetail(number, position.balance(), limit));
    }
    if (reasons.standing() != position.standing()) {
      told.add(new LedgerEvent.StandingDetail(reasons));
    }
    position =
        position.onStandingChange(
            reasons.standing(), position.standingChanges() + 1, position.recordedAt());
    return reasons;
  }
}
