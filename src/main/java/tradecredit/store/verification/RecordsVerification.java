package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.Entry;
import tradecredit.ledger.Movement;
import tradecredit.ledger.Position;
import tradecredit.ledger.RefusalCode;
import tradecredit.ledger.Replay;
import tradecredit.ledger.TermsVersion;
import tradecredit.store.head.HeadTable;
import tradecredit.store.verification.BesideEntries.DecisionRow;

/**
 * Proves what is recorded of an account beside its entries, and what its head tells, while {@link
 * AccountVerification} walks them: each decision, event, change of standing, breach and version of
 * the terms is held against what follows from the entries by {@link Replay}. Used by one thread.
 *
 * <p>A refusal leaves no entry: of its decision, what was asked, by whom and why it was refused
 * stands in that row alone. So do the instants of refusals and of days' ends; that they follow each
 * other is proved.
 *
 * @see BrokenBookException which is thrown by all of it where something does not hold
 */
final class RecordsVerification {

  private final Connection connection;
  private final AccountId account;
  private final Agreement agreement;
  private final TermsVerification terms;
  private final Replay replay;
  private final EventsVerification events;
  private final InOrder<DecisionRow> decisions;
  private final DaysVerification days = new DaysVerification();
  private Instant last = Instant.MIN;

  RecordsVerification(Connection connection, AccountId account, Agreement agreement)
      throws SQLException {
    this.connection = connection;
    this.account = account;
    this.agreement = agreement;
    this.terms = new TermsVerification(connection, account);
    this.replay = new Replay(account, terms.opening());
    this.events = new EventsVerification(connection, account.value());
    this.decisions = new InOrder<>(connection, account.value(), BesideEntries.DECISIONS);
  }

  /** Takes the next entry, with what it records, and all that was recorded until it and with it. */
  void follow(Entry entry, Document document, List<Movement> movements) throws SQLException {
    DecisionRow decision = next();
    while (decision.sequence() == null) {
      refused(decision);
      decision = next();
    }
    turnTo(entry.businessDate());
    Position before = replay.position();
    Replay.Step step = replay.enter(entry, document, movements);
    at(decision.recordedAt());
    BrokenBookException.unlessEqual(
        "decision %d".formatted(decision.number()), decision, accepted(decision, entry, before));
    terms.brought(step.terms(), entry.recordedAt());
    terms.decided(decision.recordedAt());
    events.told(
        new EventsVerification.Origin(entry.recordedAt(), entry.act(), decision.number()),
        step,
        document);
    days.entered(entry, replay);
  }

  /** Until the first decision an account's terms follow the agreement at every start. */
  private DecisionRow next() throws SQLException {
    DecisionRow next = decisions.next();
    if (next.number() == 1) {
      terms.opened(account, agreement);
    }
    return next;
  }

  private DecisionRow accepted(DecisionRow decision, Entry entry, Position before) {
    TermsVersion inForce = replay.inForce();
    return new DecisionRow(
        decision.number(),
        entry.act().wireName(),
        entry.documentNumber(),
        entry.sequence(),
        null,
        entry.amount().isZero() ? decision.requested() : Math.abs(entry.amount().cents()),
        entry.balanceBefore().cents(),
        inForce.terms().creditLimit().cents(),
        inForce.version(),
        before.standing().wireName(),
        entry.sequence(),
        replay.position().standing().wireName(),
        entry.businessDate(),
        entry.recordedAt(),
        entry.principal(),
        false);
  }

  private void refused(DecisionRow decision) throws SQLException {
    turnTo(decision.businessDate());
    at(decision.recordedAt());
    Position position = replay.position();
    TermsVersion inForce = replay.inForce();
    DecisionRow follows =
        new DecisionRow(
            decision.number(),
            decision.act(),
            decision.documentNumber(),
            null,
            decision.code(),
            decision.requested(),
            position.balance().cents(),
            inForce.terms().creditLimit().cents(),
            inForce.version(),
            position.standing().wireName(),
            position.sequence(),
            position.standing().wireName(),
            position.businessDate(),
            decision.recordedAt(),
            decision.principal(),
            decision.hasFacts());
    BrokenBookException.unlessEqual("decision %d".formatted(decision.number()), decision, follows);
    RefusalCode code = RefusalCode.of(Objects.requireNonNull(decision.code()));
    BrokenBookException.unless(
        code != RefusalCode.CREDIT_LIMIT_EXCEEDED
            || position.balance().cents() + decision.requested() > decision.creditLimit(),
        () -> "decision %d is recorded as above a limit that it kept".formatted(decision.number()));
    terms.decided(decision.recordedAt());
    events.told(decision, code);
  }

  private void turnTo(LocalDate date) throws SQLException {
    for (Replay.Step step : replay.turnTo(date)) {
      Instant at = events.instantOf(step);
      if (at != null) {
        at(at);
        events.told(new EventsVerification.Origin(at, Act.TERMS_AMENDMENT, null), step, null);
      }
    }
  }

  /** Instants of an account strictly increase. */
  private void at(Instant next) {
    BrokenBookException.unless(
        next.isAfter(last),
        () -> "something is recorded at %s, after what is at %s".formatted(next, last));
    last = next;
  }

  /**
   * Takes what was recorded after the last entry, and holds the head against all of it. Its instant
   * is not before the last one: who asks what was known moves it on; see {@code KnownMoments}.
   */
  void end(HeadTable.Head head) throws SQLException {
    while (decisions.peek() != null) {
      DecisionRow more = next();
      BrokenBookException.unless(
          more.sequence() == null,
          () ->
              "decision %d names entry %s, which is not there"
                  .formatted(more.number(), String.valueOf(more.sequence())));
      refused(more);
    }
    turnTo(head.position().businessDate());
    Position told = head.position();
    BrokenBookException.unless(
        !told.recordedAt().isBefore(last),
        () -> "the head is of %s; something is recorded at %s".formatted(told.recordedAt(), last));
    BrokenBookException.unlessEqual("the head", told, follows(told));
    terms.end(head.termsVersion());
    events.end();
    days.end(connection, account.value());
  }

  private Position follows(Position told) {
    Position found = replay.position();
    return new Position(
        found.account(),
        found.businessDate(),
        told.recordedAt(),
        found.figures(),
        found.standing(),
        found.hold(),
        found.last().withDecision(decisions.taken()).withEvent(events.taken()),
        found.hash());
  }
}
