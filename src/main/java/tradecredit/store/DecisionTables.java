package tradecredit.store;

import static tradecredit.store.RowsStatement.date;
import static tradecredit.store.RowsStatement.instant;
import static tradecredit.store.RowsStatement.integer;
import static tradecredit.store.RowsStatement.money;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Journal.ItemRefusal;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.StandingChange;
import tradecredit.posting.KeyRecord;

/** How decisions, keys, events and standing changes are written. */
final class DecisionTables {

  private DecisionTables() {}

  private static @Nullable String code(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.code().code();
  }

  private static @Nullable String facts(@Nullable Refusal refusal) {
    return refusal == null ? null : RefusalFacts.write(refusal);
  }

  static final RowsStatement<Decision> DECISIONS =
      new RowsStatement<>(
          """
          INSERT INTO decision (account_id, number, act, document_number, sequence, code, requested, balance,
            credit_limit, terms_version, standing, account_sequence, standing_after, business_date, recorded_at,
            principal, facts)
          SELECT CAST(? AS VARCHAR(64)), r.number, r.act, r.document_number, r.sequence, r.code, r.requested, r.balance,
            r.credit_limit, r.terms_version, r.standing, r.account_sequence, r.standing_after, r.business_date,
            r.recorded_at, r.principal, r.facts
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS DATE ARRAY), CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (number, act, document_number, sequence, code, requested, balance, credit_limit, terms_version,
              standing, account_sequence, standing_after, business_date, recorded_at, principal, facts)""",
          List.of(
              number(Decision::number),
              text(decision -> decision.act().wireName()),
              text(Decision::documentNumber),
              number(Decision::sequence),
              text(decision -> code(decision.refusal())),
              money(Decision::requested),
              money(Decision::balance),
              money(Decision::creditLimit),
              integer(Decision::termsVersion),
              text(decision -> decision.standing().wireName()),
              number(decision -> decision.after().sequence()),
              text(decision -> decision.after().standing().wireName()),
              date(Decision::businessDate),
              instant(Decision::recordedAt),
              text(Decision::principal),
              text(decision -> facts(decision.refusal()))));

  static final RowsStatement<ItemRefusal> BATCH_REFUSALS =
      new RowsStatement<>(
          """
          INSERT INTO batch_refusal (account_id, decision_number, item, code, requested, facts)
          SELECT CAST(? AS VARCHAR(64)), r.decision_number, r.item, r.code, r.requested, r.facts
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY)) AS r (decision_number, item, code, requested, facts)""",
          List.of(
              number(ItemRefusal::decisionNumber),
              integer(refusal -> refusal.item().index()),
              text(refusal -> refusal.item().refusal().code().code()),
              money(refusal -> refusal.item().requested()),
              text(refusal -> RefusalFacts.write(refusal.item().refusal()))));

  static final RowsStatement<KeyRecord> KEYS =
      new RowsStatement<>(
          """
          INSERT INTO idempotency_record (account_id, party, idempotency_key, item, digest, first_decision, decisions,
            recorded_at)
          SELECT CAST(? AS VARCHAR(64)), r.party, r.idempotency_key, r.item, r.digest, r.first_decision, r.decisions,
            r.recorded_at
          FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY),
            CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY))
            AS r (party, idempotency_key, item, digest, first_decision, decisions, recorded_at)""",
          List.of(
              text(record -> record.key().party()),
              text(record -> record.key().key()),
              text(record -> record.key().item()),
              text(KeyRecord::digest),
              number(KeyRecord::firstDecision),
              integer(KeyRecord::decisions),
              instant(KeyRecord::recordedAt)));

  static final RowsStatement<LedgerEvent> EVENTS =
      new RowsStatement<>(
          """
          INSERT INTO event (account_id, sequence, type, decision_number, business_date, recorded_at, facts)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.type, r.decision_number, r.business_date, r.recorded_at, r.facts
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY),
            CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, type, decision_number, business_date, recorded_at, facts)""",
          List.of(
              number(LedgerEvent::sequence),
              text(event -> event.type().wireName()),
              number(LedgerEvent::decisionNumber),
              date(LedgerEvent::businessDate),
              instant(LedgerEvent::recordedAt),
              text(event -> EventFacts.write(event.detail()))));

  static final RowsStatement<StandingChange> STANDING_CHANGES =
      new RowsStatement<>(
          """
          INSERT INTO standing_change (account_id, number, business_date, after_sequence, recorded_at, standing,
            past_due, over_limit, shortfall, first_event, last_event)
          SELECT CAST(? AS VARCHAR(64)), r.number, r.business_date, r.after_sequence, r.recorded_at, r.standing,
            r.past_due, r.over_limit, r.shortfall, r.first_event, r.last_event
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))
            AS r (number, business_date, after_sequence, recorded_at, standing, past_due, over_limit, shortfall,
              first_event, last_event)""",
          List.of(
              number(StandingChange::number),
              date(StandingChange::businessDate),
              number(StandingChange::afterSequence),
              instant(StandingChange::recordedAt),
              text(change -> change.reasons().standing().wireName()),
              money(change -> change.reasons().pastDue()),
              money(change -> change.reasons().overLimit()),
              money(change -> change.reasons().shortfall()),
              number(StandingChange::firstEvent),
              number(StandingChange::lastEvent)));
}
