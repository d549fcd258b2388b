package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Terms;
import tradecredit.money.Money;

/**
 * Where an account stands after an entry or a decision: the account's head, in memory.
 *
 * @param account whose position
 * @param businessDate the day it was last judged on; never moves back
 * @param recordedAt the last decision's or standing record's instant; strictly increasing
 * @param figures what is owed
 * @param standing as it was last judged
 * @param hold what stops new supply; null where nothing does
 * @param last the numbers of what was recorded last
 * @param hash the last entry's hash, {@link EntryChain#GENESIS} before the first
 */
public record Position(
    AccountId account,
    LocalDate businessDate,
    Instant recordedAt,
    Figures figures,
    Standing standing,
    @Nullable Hold hold,
    Last last,
    String hash) {

  /**
   * What entries and days move.
   *
   * @param balance what the buyer owes; negative when the supplier owes
   * @param pastDue open and undisputed, due before the business date
   * @param disputed the disputed part of what is open
   * @param unappliedCredit credits that are applied to no invoice
   * @param shortfall returned payments not yet made good
   */
  public record Figures(
      Money balance, Money pastDue, Money disputed, Money unappliedCredit, Money shortfall) {

    /** Of an account on which nothing was posted. */
    public static final Figures NONE =
        new Figures(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    private Figures withPastDue(Money amount) {
      return new Figures(balance, amount, disputed, unappliedCredit, shortfall);
    }
  }

  /**
   * What was recorded last, each counted from 1 without gaps; 0 where there is none.
   *
   * @param sequence the entry
   * @param decision the decision
   * @param event the event
   * @param standingChange the change of standing
   * @param breach the breach; it is open while the balance is above the limit
   */
  public record Last(long sequence, long decision, long event, long standingChange, long breach) {

    /** Of an account on which nothing was posted. */
    public static final Last NONE = new Last(0, 0, 0, 0, 0);

    private Last withSequence(long number) {
      return new Last(number, decision, event, standingChange, breach);
    }

    /** The same but for the decision. */
    public Last withDecision(long number) {
      return new Last(sequence, number, event, standingChange, breach);
    }

    /** The same but for the event. */
    public Last withEvent(long number) {
      return new Last(sequence, decision, number, standingChange, breach);
    }

    private Last withStandingChange(long number) {
      return new Last(sequence, decision, event, number, breach);
    }

    private Last withBreach(long number) {
      return new Last(sequence, decision, event, standingChange, number);
    }
  }

  /** What the buyer owes; see {@link Figures}. */
  public Money balance() {
    return figures.balance();
  }

  /** What is past due; see {@link Figures}. */
  public Money pastDue() {
    return figures.pastDue();
  }

  /** What is disputed; see {@link Figures}. */
  public Money disputed() {
    return figures.disputed();
  }

  /** What is credited and applied to nothing; see {@link Figures}. */
  public Money unappliedCredit() {
    return figures.unappliedCredit();
  }

  /** What is not made good; see {@link Figures}. */
  public Money shortfall() {
    return figures.shortfall();
  }

  /** The last entry's number; see {@link Last}. */
  public long sequence() {
    return last.sequence();
  }

  /** The last decision's number; see {@link Last}. */
  public long decisions() {
    return last.decision();
  }

  /** The last event's number; see {@link Last}. */
  public long events() {
    return last.event();
  }

  /** The last standing record's number; see {@link Last}. */
  public long standingChanges() {
    return last.standingChange();
  }

  /** The last breach's number; see {@link Last}. */
  public long breaches() {
    return last.breach();
  }

  /** What stands against good standing under these terms, on the business date. */
  public StandingReasons reasons(Terms terms) {
    return StandingReasons.of(pastDue(), balance(), terms.creditLimit(), shortfall());
  }

  /** What a posting's answer tells of the account. */
  public AccountState state(Terms terms) {
    return new AccountState(sequence(), balance(), terms.creditLimit().minus(balance()), standing);
  }

  Position onEntry(Entry entry, Figures after) {
    return new Position(
        account,
        businessDate,
        recordedAt,
        after,
        standing,
        hold,
        last.withSequence(entry.sequence()),
        entry.hash());
  }

  Position onDecision(long number, Instant at) {
    return recorded(at, standing, last.withDecision(number));
  }

  Position onEvent(long number) {
    return recorded(recordedAt, standing, last.withEvent(number));
  }

  Position onStandingChange(Standing changed, long number, Instant at) {
    return recorded(at, changed, last.withStandingChange(number));
  }

  Position onBreach(long number) {
    return recorded(recordedAt, standing, last.withBreach(number));
  }

  private Position recorded(Instant at, Standing judged, Last numbers) {
    return new Position(account, businessDate, at, figures, judged, hold, numbers, hash);
  }

  Position onHold(@Nullable Hold changed) {
    return new Position(account, businessDate, recordedAt, figures, standing, changed, last, hash);
  }

  Position onDate(LocalDate date, Money pastDueThen, Instant at) {
    return new Position(
        account, date, at, figures.withPastDue(pastDueThen), standing, hold, last, hash);
  }
}
