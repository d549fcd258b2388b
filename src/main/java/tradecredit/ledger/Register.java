package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Terms;
import tradecredit.money.Money;

/**
 * The running position of a {@link Book} and the writing of what follows from each decision:
 * entries, decisions, events, standing and breaches. Used by one thread.
 */
final class Register {

  private final Instant now;
  private final OpenItems items;
  private final Journal journal = new Journal();
  private Rules rules;
  private DueSchedule schedule;
  private Position position;

  Register(Rules rules, Position position, Book.Contents contents, Instant now) {
    this.rules = rules;
    this.position = position;
    this.items = contents.items();
    this.schedule = contents.schedule();
    this.now = now;
  }

  /**
   * What an accepted posting brings into the book.
   *
   * @param effect what it changes beside the figures
   */
  record Passage(
      Document document,
      Money amount,
      LocalDate effectiveDate,
      List<Movement> movements,
      String principal,
      Effect effect) {

    Passage(
        Document document,
        Money amount,
        LocalDate effectiveDate,
        List<Movement> movements,
        String principal) {
      this(document, amount, effectiveDate, movements, principal, new Effect.None());
    }
  }

  /** What an entry changes beside the figures. */
  sealed interface Effect {

    /** Nothing. */
    record None() implements Effect {}

    /** New supply stops, or goes on. */
    record HoldChanged(@Nullable Hold hold) implements Effect {}

    /** Other terms from a day on. */
    record TermsAmended(List<TermsVersion> versions) implements Effect {}
  }

  Rules rules() {
    return rules;
  }

  Position position() {
    return position;
  }

  DueSchedule schedule() {
    return schedule;
  }

  Journal journal() {
    return journal;
  }

  /** The state to go back to. */
  record Mark(List<Integer> journal, Position position, DueSchedule schedule) {}

  Mark mark() {
    return new Mark(journal.mark(), position, schedule.copy());
  }

  /** Undoes what was written since {@code mark}; only for invoices. */
  void backTo(Mark mark) {
    journal.backTo(mark.journal());
    position = mark.position();
    schedule = mark.schedule();
  }

  long nextSequence() {
    return position.sequence() + 1;
  }

  TermsVersion inForce() {
    return rules.terms().on(position.businessDate());
  }

  /** The instant of the next decision: the clock's, but always later than the last. */
  private Instant tick() {
    return Later.than(position.recordedAt(), now);
  }

  private StandingReasons reasons() {
    return position.reasons(inForce().terms());
  }

  /**
   * Ends the days before {@code date}: whatever falls past due on it is told, then it is judged.
   */
  void turnTo(LocalDate date, List<OpenItem> fallen) {
    StandingReasons before = reasons();
    Terms termsBefore = inForce().terms();
    Money pastDue =
        fallen.stream().map(OpenItem::allocatable).reduce(position.pastDue(), Money::plus);
    Instant at = tick();
    position = position.onDate(date, pastDue, at);
    Told told = tellOfLate(fallen, null, at);
    tellOfThresholds(position.balance(), termsBefore, null, at);
    // At a day's end no balance moves: a breach that begins or ends then does so by new terms.
    judge(before, new Judging(at, null, Act.TERMS_AMENDMENT, told));
  }

  /** Which events were told; the first is one above the last where none was. */
  private record Told(long first, long last) {}

  private Told tellOfLate(List<OpenItem> late, @Nullable Long decisionNumber, Instant at) {
    long before = position.events();
    for (OpenItem item : late) {
      tell(
          LedgerEvent.Type.INVOICE_PAST_DUE,
          decisionNumber,
          at,
          new LedgerEvent.PastDue(
              item.sequence(), item.number(), item.dueDate(), item.allocatable()));
    }
    return late.isEmpty() ? new Told(1, 0) : new Told(before + 1, position.events());
  }

  /** Enters what counts from the business date on. */
  Outcome enterToday(
      Document document,
      Money amount,
      List<Movement> movements,
      Posting posting,
      String principal) {
    return enter(
        new Passage(document, amount, position.businessDate(), movements, principal), posting);
  }

  /** Enters what moves no money and counts from the business date on. */
  Outcome enterToday(Document document, Effect effect, Posting posting, String principal) {
    return enter(
        new Passage(document, Money.ZERO, position.businessDate(), List.of(), principal, effect),
        posting);
  }

  Outcome enter(Passage passage, Posting posting) {
    Position before = position;
    StandingReasons reasonsBefore = reasons();
    Terms termsBefore = inForce().terms();
    Instant at = tick();
    Entry entry = EntryChain.next(before, passage, at);
    journal.add(new Journal.Page(entry, passage.document(), passage.movements()));
    long number = before.decisions() + 1;
    position =
        before
            .onEntry(entry, figures(passage, before.figures(), entry.balanceAfter()))
            .onDecision(number, at);
    take(passage.effect());
    for (LedgerEvent.Type type : ToldEvents.of(passage.document())) {
      tell(type, number, at, null);
    }
    List<OpenItem> late = items.turnedLate(passage.movements(), before.businessDate());
    Told told = tellOfLate(late, number, at);
    tellOfThresholds(before.balance(), termsBefore, number, at);
    judge(reasonsBefore, new Judging(at, number, posting.act(), told));
    if (reasons().overLimit().isPositive()) {
      journal.add(
          new Journal.BreachBalance(
              position.breaches(), position.businessDate(), position.balance()));
    }
    Decision decision = accepted(posting, entry, before);
    journal.add(decision);
    return new Outcome.Posted(decision, passage.document());
  }

  private Decision accepted(Posting posting, Entry entry, Position before) {
    TermsVersion terms = inForce();
    return new Decision(
        position.decisions(),
        posting.act(),
        posting.documentNumber(),
        entry.sequence(),
        null,
        posting.requested(),
        before.balance(),
        terms.terms().creditLimit(),
        terms.version(),
        before.standing(),
        position.state(terms.terms()),
        before.businessDate(),
        entry.recordedAt(),
        entry.principal());
  }

  private void take(Effect effect) {
    switch (effect) {
      case Effect.None none -> {
        // Only the figures change.
      }
      case Effect.HoldChanged changed -> position = position.onHold(changed.hold());
      case Effect.TermsAmended amended -> {
        rules = rules.amended(amended.versions());
        amended.versions().forEach(journal::add);
      }
    }
  }

  /** The figures after these movements; what is not yet due goes into the schedule. */
  private Position.Figures figures(Passage passage, Position.Figures before, Money balance) {
    Money pastDue = before.pastDue();
    Money disputed = before.disputed();
    Money unapplied = before.unappliedCredit();
    for (Movement movement : passage.movements()) {
      disputed = disputed.plus(movement.disputedAmount());
      if (movement.kind() == Movement.Kind.CREDIT) {
        unapplied = unapplied.minus(movement.amount());
      } else if (movement.dueDate().isBefore(position.businessDate())) {
        pastDue = pastDue.plus(movement.amount()).minus(movement.disputedAmount());
      } else {
        schedule.add(movement.dueDate(), movement.amount().minus(movement.disputedAmount()));
      }
    }
    return new Position.Figures(
        balance,
        pastDue,
        disputed,
        unapplied,
        shortfall(passage.document().act(), passage.amount(), before.shortfall(), balance));
  }

  /**
   * Plus each return, minus each later payment or set-off, never below zero, and zero whenever
   * nothing is owed.
   *
   * <p>Example: a payment of 500.00 is returned, then 300.00 are paid: 200.00 are still to be made
   * good, though all invoices may be paid by then.
   */
  static Money shortfall(Act act, Money amount, Money before, Money balance) {
    Money after =
        switch (act) {
          case PAYMENT_RETURN -> before.plus(amount);
          case PAYMENT, SET_OFF_DECISION -> before.plus(amount).max(Money.ZERO);
          default -> before;
        };
    return balance.isPositive() ? after : Money.ZERO;
  }

  Outcome refuse(Posting posting, Refusal refusal, String principal) {
    Decision decision =
        refuse(posting.act(), posting.documentNumber(), posting.requested(), refusal, principal);
    tellOfRefusal(refusal, decision);
    return new Outcome.Refused(decision, refusal);
  }

  Decision refuse(
      Act act, String documentNumber, Money requested, Refusal refusal, String principal) {
    TermsVersion terms = inForce();
    position = position.onDecision(position.decisions() + 1, tick());
    Decision decision =
        new Decision(
            position.decisions(),
            act,
            documentNumber,
            null,
            refusal,
            requested,
            position.balance(),
            terms.terms().creditLimit(),
            terms.version(),
            position.standing(),
            position.state(terms.terms()),
            position.businessDate(),
            position.recordedAt(),
            principal);
    journal.add(decision);
    return decision;
  }

  /**
   * Notes the standing whenever its reasons change, and tells of it and of a breach on the edge.
   */
  private void judge(StandingReasons before, Judging judging) {
    StandingReasons reasons = reasons();
    if (reasons.equals(before)) {
      return;
    }
    boolean isOver = reasons.overLimit().isPositive();
    if (isOver != before.overLimit().isPositive()) {
      noteBreach(isOver ? BreachChange.Kind.OPENED : BreachChange.Kind.CURED, judging);
    }
    boolean turned = reasons.standing() != position.standing();
    long number = position.standingChanges() + 1;
    position = position.onStandingChange(reasons.standing(), number, judging.at());
    journal.add(
        new StandingChange(
            number,
            position.businessDate(),
            position.sequence(),
            judging.at(),
            reasons,
            judging.late().first(),
            judging.late().last()));
    if (turned) {
      tell(
          LedgerEvent.Type.STANDING_CHANGED,
          judging.decisionNumber(),
          judging.at(),
          new LedgerEvent.StandingDetail(reasons));
    }
  }

  /** What leads to a judgement; {@code late} says which invoices fell past due with it. */
  private record Judging(Instant at, @Nullable Long decisionNumber, Act cause, Told late) {}

  private void noteBreach(BreachChange.Kind kind, Judging judging) {
    long number = position.breaches() + (kind == BreachChange.Kind.OPENED ? 1 : 0);
    Money limit = inForce().terms().creditLimit();
    position = position.onBreach(number);
    journal.add(
        new BreachChange(
            number,
            kind,
            position.businessDate(),
            position.sequence(),
            judging.at(),
            judging.cause(),
            position.balance(),
            limit));
    tell(
        kind.event(),
        judging.decisionNumber(),
        judging.at(),
        new LedgerEvent.BreachDetail(number, position.balance(), limit));
  }

  void tellOfRefusal(Refusal refusal, Decision decision) {
    LedgerEvent.Type type = ToldEvents.of(refusal.code());
    if (type != null) {
      tell(type, decision);
    }
  }

  private void tellOfThresholds(
      Money balanceBefore, Terms termsBefore, @Nullable Long decisionNumber, Instant at) {
    Thresholds.crossed(balanceBefore, termsBefore, position.balance(), inForce().terms())
        .forEach(
            crossing -> tell(LedgerEvent.Type.THRESHOLD_CROSSED, decisionNumber, at, crossing));
  }

  private void tell(LedgerEvent.Type type, Decision decision) {
    tell(type, decision.number(), decision.recordedAt(), null);
  }

  private void tell(
      LedgerEvent.Type type,
      @Nullable Long decisionNumber,
      Instant at,
      LedgerEvent.@Nullable Detail detail) {
    position = position.onEvent(position.events() + 1);
    journal.add(
        new LedgerEvent(
            position.events(), type, decisionNumber, position.businessDate(), at, detail));
  }
}
