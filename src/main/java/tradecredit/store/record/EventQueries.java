package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.EventReading;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Refusal;
import tradecredit.store.sql.Sql;

/**
 * Events as they are told: their data is put together from decisions, documents and facts, which
 * never change, so an event reads the same whenever and to whomever it is told.
 */
public final class EventQueries {

  private static final String PAGE =
      """
      SELECT sequence, type, decision_number, business_date, recorded_at, facts FROM event
      WHERE account_id = ? AND sequence > ? ORDER BY account_id, sequence LIMIT ?""";

  private final Connection connection;
  private final AccountId account;

  /** Of one account. */
  public EventQueries(Connection connection, AccountId account) {
    this.connection = connection;
    this.account = account;
  }

  private record Row(
      long sequence,
      LedgerEvent.Type type,
      @Nullable Long decision,
      LocalDate businessDate,
      Instant recordedAt,
      @Nullable String facts) {}

  /** The events after {@code after}, at most {@code limit} of them, in order. */
  public List<EventReading> page(long after, int limit) throws SQLException {
    return readings(rows(after, limit));
  }

  private List<Row> rows(long after, int limit) throws SQLException {
    return Sql.list(connection, PAGE, EventQueries::row, account.value(), after, limit);
  }

  /** The events of these numbers, in order: those that follow each other are read together. */
  public List<EventReading> events(Collection<Long> sequences) throws SQLException {
    List<Row> rows = new ArrayList<>();
    long first = 0;
    long last = -1;
    for (long sequence : new TreeSet<>(sequences)) {
      if (sequence != last + 1 && last >= first) {
        rows.addAll(rows(first - 1, (int) (last - first + 1)));
      }
      first = sequence == last + 1 ? first : sequence;
      last = sequence;
    }
    if (last >= first) {
      rows.addAll(rows(first - 1, (int) (last - first + 1)));
    }
    return readings(rows);
  }

  private List<EventReading> readings(List<Row> rows) throws SQLException {
    List<Long> decisions = new ArrayList<>();
    for (Row row : rows) {
      if (row.decision() != null) {
        decisions.add(row.decision());
      }
    }
    OutcomeQueries queries = new OutcomeQueries(connection, account);
    Map<Long, Outcome> outcomes = queries.outcomes(decisions.stream().distinct().toList());
    List<EventReading> readings = new ArrayList<>(rows.size());
    for (Row row : rows) {
      readings.add(reading(row, outcomes, queries));
    }
    return readings;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("sequence"),
        LedgerEvent.Type.of(row.getString("type")),
        Sql.longOrNull(row, "decision_number"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("facts"));
  }

  private EventReading reading(Row row, Map<Long, Outcome> outcomes, OutcomeQueries queries)
      throws SQLException {
    EventData data = new EventData(account);
    data.put("accountId", account.value());
    data.put("sequence", row.sequence());
    data.put("businessDate", row.businessDate());
    Outcome outcome =
        row.decision() == null
            ? null
            : Objects.requireNonNull(outcomes.get(row.decision()), "an event's decision");
    if (row.facts() != null) {
      data.addDetail(EventFacts.read(row.type(), row.facts()));
    } else if (outcome != null) {
      data.addOutcome(row.type(), outcome);
      if (outcome instanceof Outcome.Refused refused
          && refused.refusal() instanceof Refusal.BatchRefused whole) {
        queries.toldItem(refused.decision().number(), whole).ifPresent(data::addItem);
      }
    }
    data.addDecision(outcome == null ? null : outcome.decision());
    return new EventReading(row.sequence(), row.type(), row.recordedAt(), data.values());
  }
}
