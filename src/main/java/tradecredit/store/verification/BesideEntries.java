package tradecredit.store.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.StandingChange;
import tradecredit.ledger.StandingReasons;
import tradecredit.store.sql.Sql;

/** What is recorded of an account beside its entries, as it is read to be proved. */
final class BesideEntries {

  private BesideEntries() {}

  /** A decision as its row has it; of its facts, whether there are any. */
  record DecisionRow(
      long number,
      String act,
      String documentNumber,
      @Nullable Long sequence,
      @Nullable String code,
      long requested,
      long balance,
      long creditLimit,
      int termsVersion,
      String standing,
      long accountSequence,
      String standingAfter,
      LocalDate businessDate,
      Instant recordedAt,
      String principal,
      boolean hasFacts) {}

  static final InOrder.Source<DecisionRow> DECISIONS =
      new InOrder.Source<>(
          "decision",
          """
          SELECT number, act, document_number, sequence, code, requested, balance, credit_limit, terms_version, standing,
            account_sequence, standing_after, business_date, recorded_at, principal, facts IS NOT NULL AS has_facts
          FROM decision WHERE account_id = ? AND number > ? ORDER BY account_id, number LIMIT ?""",
          BesideEntries::decision,
          DecisionRow::number);

  private static DecisionRow decision(ResultSet row) throws SQLException {
    return new DecisionRow(
        row.getLong("number"),
        row.getString("act"),
        row.getString("document_number"),
        Sql.longOrNull(row, "sequence"),
        row.getString("code"),
        row.getLong("requested"),
        row.getLong("balance"),
        row.getLong("credit_limit"),
        row.getInt("terms_version"),
        row.getString("standing"),
        row.getLong("account_sequence"),
        row.getString("standing_after"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("principal"),
        row.getBoolean("has_facts"));
  }

  /** An event as its row has it. */
  record EventRow(
      long sequence,
      String type,
      @Nullable Long decision,
      LocalDate businessDate,
      Instant recordedAt,
      @Nullable String facts) {}

  static final InOrder.Source<EventRow> EVENTS =
      new InOrder.Source<>(
          "event",
          """
          SELECT sequence, type, decision_number, business_date, recorded_at, facts
          FROM event WHERE account_id = ? AND sequence > ? ORDER BY account_id, sequence LIMIT ?""",
          row ->
              new EventRow(
                  row.getLong("sequence"),
                  row.getString("type"),
                  Sql.longOrNull(row, "decision_number"),
                  Sql.date(row, "business_date"),
                  Sql.instant(row, "recorded_at"),
                  row.getString("facts")),
          EventRow::sequence);

  /** A change of standing, and the standing that its row names beside the reasons. */
  record StandingRow(StandingChange change, String standing) {}

  static final InOrder.Source<StandingRow> STANDING_CHANGES =
      new InOrder.Source<>(
          "standing change",
          """
          SELECT number, business_date, after_sequence, recorded_at, standing, past_due, over_limit, shortfall,
            first_event, last_event
          FROM standing_change WHERE account_id = ? AND number > ? ORDER BY account_id, number LIMIT ?""",
          BesideEntries::standing,
          row -> row.change().number());

  private static StandingRow standing(ResultSet row) throws SQLException {
    return new StandingRow(
        new StandingChange(
            row.getLong("number"),
            Sql.date(row, "business_date"),
            row.getLong("after_sequence"),
            Sql.instant(row, "recorded_at"),
            new StandingReasons(
                Sql.money(row, "past_due"),
                Sql.money(row, "over_limit"),
                Sql.money(row, "shortfall")),
            row.getLong("first_event"),
            row.getLong("last_event")),
        row.getString("standing"));
  }

  static final InOrder.Source<BreachChange> BREACHES =
      breaches("breach", "breach", BreachChange.Kind.OPENED);

  static final InOrder.Source<BreachChange> CURES =
      breaches("cure of breach", "breach_cure", BreachChange.Kind.CURED);

  private static InOrder.Source<BreachChange> breaches(
      String what, String table, BreachChange.Kind kind) {
    return new InOrder.Source<>(
        what,
        """
        SELECT number, business_date, after_sequence, recorded_at, cause, balance, credit_limit
        FROM %s WHERE account_id = ? AND number > ? ORDER BY account_id, number LIMIT ?"""
            .formatted(table),
        row ->
            new BreachChange(
                row.getLong("number"),
                kind,
                Sql.date(row, "business_date"),
                row.getLong("after_sequence"),
                Sql.instant(row, "recorded_at"),
                Act.of(row.getString("cause")),
                Sql.money(row, "balance"),
                Sql.money(row, "credit_limit")),
        BreachChange::number);
  }
}
