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
 * @param balance what the buyer owes; negative when the supplier owes
 * @param sequence the last entry's number, 0 before the first
 * @param hash the last entry's hash, {@link EntryChain#GENESIS} before the first
 * @param recordedAt the last decision's or standing record's instant; strictly increasing
 * @param pastDue open and undisputed, due before the business date
 * @param disputed the disputed part of what is open
 * @param unappliedCredit credits that are applied to no invoice
 * @param shortfall returned payments not yet made good
 * @param standing as it was last judged
 * @param decisions the last decision's number
 * @param events the last event's sequence
 * @param standingChanges the last standing record's number
 * @param hold what stops new supply; null where nothing does
 * @param breaches the last breach's number; it is open while the balance is above the limit
 */
public record Position(
    AccountId account,
    LocalDate businessDate,
    Money balance,
    long sequence,
    String hash,
    Instant recordedAt,
    Money pastDue,
    Money disputed,
    Money unappliedCredit,
    Money shortfall,
    Standing standing,
    long decisions,
    long events,
    long standingChanges,
    @Nullable Hold hold,
    long breaches) {

  /** The figures that an entry moves beside the balance; see {@link Position}. */
  record Figures(Money pastDue, Money disputed, Money unappliedCredit, Money shortfall) {}

  /** What stands against good standing under these terms, on the business date. */
  public StandingReasons reasons(Terms terms) {
    return new StandingReasons(
        pastDue, balance.minus(terms.creditLimit()).max(Money.ZERO), shortfall);
  }

  /** What a posting's answer tells of the account. */
  public AccountState state(Terms terms) {
    return new AccountState(sequence, balance, terms.creditLimit().minus(balance), standing);
  }

  Figures figures() {
    return new Figures(pastDue, disputed, unappliedCredit, shortfall);
  }

  Position onEntry(Entry entry, Figures after) {
    return new Position(
        account,
        businessDate,
        entry.balanceAfter(),
        entry.sequence(),
        entry.hash(),
        recordedAt,
        after.pastDue(),
        after.disputed(),
        after.unappliedCredit(),
        after.shortfall(),
        standing,
        decisions,
        events,
        standingChanges,
        hold,
        breaches);
  }

  Position onDecision(long number, Instant at) {
    return new Position(
        account,
        businessDate,
        balance,
        sequence,
        hash,
        at,
        pastDue,
        disputed,
        unappliedCredit,
        shortfall,
        standing,
        number,
        events,
        standingChanges,
        hold,
        breaches);
  }

  Position onEvent(long eventSequence) {
    return new Position(
        account,
        businessDate,
        balance,
        sequence,
        hash,
        recordedAt,
        pastDue,
        disputed,
        unappliedCredit,
        shortfall,
        standing,
        decisions,
        eventSequence,
        standingChanges,
        hold,
        breaches);
  }

  Position onStandingChange(Standing changed, long number, Instant at) {
    return new Position(
        account,
        businessDate,
        balance,
        sequence,
        hash,
        at,
        pastDue,
        disputed,
        unappliedCredit,
        shortfall,
        changed,
        decisions,
        events,
        number,
        hold,
        breaches);
  }

  Position onHold(@Nullable Hold changed) {
    return new Position(
        account,
        businessDate,
        balance,
        sequence,
        hash,
        recordedAt,
        pastDue,
        disputed,
        unappliedCredit,
        shortfall,
        standing,
        decisions,
        events,
        standingChanges,
        changed,
        breaches);
  }

  Position onBreach(long number) {
    return new Position(
        account,
        businessDate,
        balance,
        sequence,
        hash,
        recordedAt,
        pastDue,
        disputed,
        unappliedCredit,
        shortfall,
        standing,
        decisions,
        events,
        standingChanges,
        hold,
        number);
  }

  Position onDate(LocalDate date, Money pastDueThen, Instant at) {
    return new Position(
        account,
        date,
        balance,
        sequence,
        hash,
        at,
        pastDueThen,
        disputed,
        unappliedCredit,
        shortfall,
        standing,
        decisions,
        events,
        standingChanges,
        hold,
        breaches);
  }
}
