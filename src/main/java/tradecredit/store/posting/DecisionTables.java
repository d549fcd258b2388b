package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Journal.ItemRefusal;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.StandingChange;
import tradecredit.store.record.EventFacts;
import tradecredit.store.record.RefusalFacts;
import tradecredit.store.sql.RowsStatement;

/** How decisions, events and standing changes are written. */
final class DecisionTables {

  private DecisionTables() {}

  private static @Nullable String code(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.code().code();
  }

  private static @Nullable String facts(@Nullable Refusal refusal) {
    return refusal == null ? null : RefusalFacts.write(refusal);
  }

  static final RowsStatement<Decision> DECISIONS =
      RowsStatement.insert(
          "decision",
          number("number", Decision::number),
          text("act", decision -> decision.act().wireName()),
          text("document_number", Decision::documentNumber),
          number("sequence", Decision::sequence),
          text("code", decision -> code(decision.refusal())),
          money("requested", Decision::requested),
          money("balance", Decision::balance),
          money("credit_limit", Decision::creditLimit),
          integer("terms_version", Decision::termsVersion),
          text("standing", decision -> decision.standing().wireName()),
          number("account_sequence", decision -> decision.after().sequence()),
          text("standing_after", decision -> decision.after().standing().wireName()),
          date("business_date", Decision::businessDate),
          instant("recorded_at", Decision::recordedAt),
          text("principal", Decision::principal),
          text("facts", decision -> facts(decision.refusal())));

  static final RowsStatement<ItemRefusal> BATCH_REFUSALS =
      RowsStatement.insert(
          "batch_refusal",
          number("decision_number", ItemRefusal::decisionNumber),
          integer("item", refusal -> refusal.item().index()),
          text("code", refusal -> refusal.item().refusal().code().code()),
          money("requested", refusal -> refusal.item().requested()),
          text("facts", refusal -> RefusalFacts.write(refusal.item().refusal())));

  static final RowsStatement<LedgerEvent> EVENTS =
      RowsStatement.insert(
          "event",
          number("sequence", LedgerEvent::sequence),
          text("type", event -> event.type().wireName()),
          number("decision_number", LedgerEvent::decisionNumber),
          date("business_date", LedgerEvent::businessDate),
          instant("recorded_at", LedgerEvent::recordedAt),
          text("facts", event -> EventFacts.write(event.detail())));

  static final RowsStatement<StandingChange> STANDING_CHANGES =
      RowsStatement.insert(
          "standing_change",
          number("number", StandingChange::number),
          date("business_date", StandingChange::businessDate),
          number("after_sequence", StandingChange::afterSequence),
          instant("recorded_at", StandingChange::recordedAt),
          text("standing", change -> change.reasons().standing().wireName()),
          money("past_due", change -> change.reasons().pastDue()),
          money("over_limit", change -> change.reasons().overLimit()),
          money("shortfall", change -> change.reasons().shortfall()),
          number("first_event", StandingChange::firstEvent),
          number("last_event", StandingChange::lastEvent));
}
