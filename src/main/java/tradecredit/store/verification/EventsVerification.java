package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.RefusalCode;
import tradecredit.ledger.Replay;
import tradecredit.ledger.StandingChange;
import tradecredit.ledger.StandingReasons;
import tradecredit.ledger.ToldEvents;
import tradecredit.money.Money;
import tradecredit.store.record.EventFacts;
import tradecredit.store.verification.BesideEntries.DecisionRow;
import tradecredit.store.verification.BesideEntries.EventRow;
import tradecredit.store.verification.BesideEntries.StandingRow;

/**
 * Holds events, changes of standing and breaches against the steps that lead to them, for {@link
 * RecordsVerification}.
 */
final class EventsVerification {

  private final InOrder<EventRow> events;
  private final InOrder<StandingRow> changes;
  private final InOrder<BreachChange> breaches;
  private final InOrder<BreachChange> cures;

  EventsVerification(Connection connection, String account) {
    this.events = new InOrder<>(connection, account, BesideEntries.EVENTS);
    this.changes = new InOrder<>(connection, account, BesideEntries.STANDING_CHANGES);
    this.breaches = new InOrder<>(connection, account, BesideEntries.BREACHES);
    this.cures = new InOrder<>(connection, account, BesideEntries.CURES);
  }

  /**
   * What led to a step.
   *
   * @param at when it was recorded
   * @param cause the act that did it
   * @param decision the number of the decision; null for a day's end
   */
  record Origin(Instant at, Act cause, @Nullable Long decision) {}

  /** How many events were taken. */
  long taken() {
    return events.taken();
  }

  /** When a day's end was recorded, by what it left; null where it is to have left nothing. */
  @Nullable Instant instantOf(Replay.Step step) throws SQLException {
    if (step.changed() != null) {
      StandingRow change = changes.peek();
      BrokenBookException.unless(
          change != null,
          () -> "the change of standing of %s is missing".formatted(step.businessDate()));
      return Objects.requireNonNull(change).change().recordedAt();
    }
    if (step.told().isEmpty()) {
      return null;
    }
    EventRow event = events.peek();
    BrokenBookException.unless(
        event != null,
        () -> "an event of %s is missing: %s".formatted(step.businessDate(), step.told()));
    return Objects.requireNonNull(event).recordedAt();
  }

  /** Takes what a step is to have left, of a document or of none. */
  void told(Origin origin, Replay.Step step, @Nullable Document document) throws SQLException {
    if (document != null) {
      posted(origin, step, document);
    }
    long before = events.taken();
    late(origin, step);
    long after = events.taken();
    for (LedgerEvent.Detail detail : step.told()) {
      take(origin, step, detail);
    }
    StandingReasons reasons = step.changed();
    if (reasons != null) {
      StandingRow row = changes.next();
      StandingChange follows =
          new StandingChange(
              row.change().number(),
              step.businessDate(),
              step.sequence(),
              origin.at(),
              reasons,
              after > before ? before + 1 : row.change().firstEvent(),
              after > before ? after : row.change().firstEvent() - 1);
      BrokenBookException.unlessEqual(
          "standing change %d".formatted(changes.taken()),
          row,
          new StandingRow(follows, reasons.standing().wireName()));
    }
  }

  /** An older book tells of the credit note of a dispute by the dispute's resolution alone. */
  private void posted(Origin origin, Replay.Step step, Document document) throws SQLException {
    for (LedgerEvent.Type type : ToldEvents.of(document)) {
      boolean mayBeUntold =
          document instanceof DeskDocument.DisputeResolution
              && type == LedgerEvent.Type.CREDIT_NOTE_POSTED;
      if (!mayBeUntold || isNext(type, origin)) {
        take(origin, step, type, null);
      }
    }
  }

  private boolean isNext(LedgerEvent.Type type, Origin origin) throws SQLException {
    EventRow next = events.peek();
    return next != null
        && next.type().equals(type.wireName())
        && next.recordedAt().equals(origin.at());
  }

  /** Only the events tell which invoices fell past due; how much did at a day's end is proved. */
  private void late(Origin origin, Replay.Step step) throws SQLException {
    Money told = Money.ZERO;
    while (isNext(LedgerEvent.Type.INVOICE_PAST_DUE, origin)) {
      String facts = Objects.requireNonNull(events.peek()).facts();
      LedgerEvent.PastDue late = EventFacts.pastDue(Objects.requireNonNull(facts));
      BrokenBookException.unless(
          late.dueDate().isBefore(step.businessDate()) && late.amount().isPositive(),
          () -> "an invoice is told as past due on %s: %s".formatted(step.businessDate(), late));
      take(origin, step, LedgerEvent.Type.INVOICE_PAST_DUE, late);
      told = told.plus(late.amount());
    }
    if (origin.decision() == null) {
      BrokenBookException.unlessEqual(
          "what fell past due by %s".formatted(step.businessDate()), told, step.fallen());
    }
  }

  private void take(Origin origin, Replay.Step step, LedgerEvent.Detail detail)
      throws SQLException {
    switch (detail) {
      case LedgerEvent.Threshold threshold ->
          take(origin, step, LedgerEvent.Type.THRESHOLD_CROSSED, threshold);
      case LedgerEvent.StandingDetail standing ->
          take(origin, step, LedgerEvent.Type.STANDING_CHANGED, standing);
      case LedgerEvent.PastDue late -> take(origin, step, LedgerEvent.Type.INVOICE_PAST_DUE, late);
      case LedgerEvent.BreachDetail breach -> {
        BreachChange.Kind kind =
            breach.balance().isGreaterThan(breach.creditLimit())
                ? BreachChange.Kind.OPENED
                : BreachChange.Kind.CURED;
        take(origin, step, kind.event(), breach);
        BrokenBookException.unlessEqual(
            "breach %d".formatted(breach.number()),
            (kind == BreachChange.Kind.OPENED ? breaches : cures).next(),
            change(origin, step, breach, kind));
      }
    }
  }

  private static BreachChange change(
      Origin origin, Replay.Step step, LedgerEvent.BreachDetail breach, BreachChange.Kind kind) {
    return new BreachChange(
        breach.number(),
        kind,
        step.businessDate(),
        step.sequence(),
        origin.at(),
        origin.cause(),
        breach.balance(),
        breach.creditLimit());
  }

  private void take(
      Origin origin, Replay.Step step, LedgerEvent.Type type, LedgerEvent.@Nullable Detail detail)
      throws SQLException {
    EventRow event = events.next();
    BrokenBookException.unlessEqual(
        "event %d".formatted(event.sequence()),
        event,
        new EventRow(
            event.sequence(),
            type.wireName(),
            origin.decision(),
            step.businessDate(),
            origin.at(),
            EventFacts.write(detail)));
  }

  /**
   * Takes what a refusal is to have left. Of a batch that was refused as a whole it is one event,
   * by what its items were refused for.
   */
  void told(DecisionRow refused, RefusalCode code) throws SQLException {
    Origin origin = new Origin(refused.recordedAt(), Act.of(refused.act()), refused.number());
    Replay.Step nothing =
        new Replay.Step(
            refused.businessDate(),
            refused.accountSequence(),
            Money.ZERO,
            List.of(),
            null,
            List.of());
    LedgerEvent.Type type = ToldEvents.of(code);
    if (type == null && code == RefusalCode.BATCH_REFUSED) {
      type =
          isNext(LedgerEvent.Type.LIMIT_POSTING_REFUSED, origin)
              ? LedgerEvent.Type.LIMIT_POSTING_REFUSED
              : isNext(LedgerEvent.Type.POSTING_REFUSED, origin)
                  ? LedgerEvent.Type.POSTING_REFUSED
                  : null;
    }
    if (type != null) {
      take(origin, nothing, type, null);
    }
  }

  /** Makes sure that nothing else is recorded. */
  void end() throws SQLException {
    events.end();
    changes.end();
    breaches.end();
    cures.end();
  }
}
