package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.StandingChangeReading;
import tradecredit.inquiry.StandingReading;
import tradecredit.inquiry.StandingReading.LateInvoice;
import tradecredit.inquiry.StandingReading.ReturnedPayment;
import tradecredit.ledger.Act;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.Standing;
import tradecredit.ledger.StandingChange;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;
import tradecredit.store.figure.KnownDays;
import tradecredit.store.record.EventFacts;
import tradecredit.store.sql.Sql;

/** Standing with what proves it: which invoices, which returned payments, which breach. */
final class StandingQueries {

  private static final String LATE_NOW =
      """
      SELECT sequence, number, due_date, open_amount - disputed_amount AS late FROM invoice
      WHERE account_id = ? AND allocatable_due_date >= DATE '0001-01-01' AND allocatable_due_date < ?
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence LIMIT ?""";

  /**
   * The due dates of which something was late on a day that is over, by what was posted until its
   * end: they cost days, not invoices.
   */
  private static final String DUE_DATES_LATE_ON =
      """
      SELECT due_date FROM (
        SELECT due_date, amount - disputed_amount AS late FROM known_cell
        WHERE account_id = ? AND kind = 'item' AND business_date <= ? AND due_date < ?
        UNION ALL
        SELECT due_date, amount - disputed_amount FROM open_item_movement
        WHERE account_id = ? AND kind = 'item' AND sequence > ? AND sequence <= ? AND due_date < ?) m
      GROUP BY due_date HAVING SUM(late) > 0""";

  /** The due dates of which something was posted after a day, and dated back to it or before it. */
  private static final String DUE_DATES_DATED_BACK_TO =
      """
      SELECT DISTINCT due_date FROM known_cell
      WHERE account_id = ? AND business_date > ? AND effective_date <= ? AND kind = 'item'
      UNION ALL
      SELECT DISTINCT due_date FROM open_item_movement
      WHERE account_id = ? AND sequence > ? AND effective_date <= ? AND kind = 'item'""";

  /**
   * Of one due date: what those movements of its invoices say. Postings that were dated back to the
   * day afterwards are none of them, so that the invoices add up to what was recorded. Where there
   * are no such postings, an invoice that has not moved since that day and is paid now was paid
   * then, and need not be summed up.
   */
  private static final String LATE_ON =
      """
      SELECT l.sequence, l.number, l.due_date, l.late FROM (
        SELECT i.sequence, i.number, i.due_date, i.invoice_date,
          i.total
          + COALESCE((SELECT SUM(m.amount) FROM open_item_movement m
              WHERE m.account_id = i.account_id AND m.invoice_sequence = i.sequence
                AND m.credit_sequence IS NOT NULL AND m.sequence <= ?), 0)
          - COALESCE((SELECT SUM(m.disputed_amount) FROM open_item_movement m
              WHERE m.account_id = i.account_id AND m.invoice_sequence = i.sequence
                AND m.disputed_amount <> 0 AND m.sequence <= ?), 0) AS late
        FROM invoice i
        WHERE i.account_id = ? AND i.due_date = ? AND i.sequence <= ?
          AND (i.open_amount > i.disputed_amount OR i.last_movement_date > ? OR CAST(? AS BOOLEAN))) l
      WHERE l.late > 0 ORDER BY l.invoice_date, l.sequence LIMIT ?""";

  /** Days never fall as numbers rise, so this is the record with the highest number. */
  private static final String LAST_CHANGE =
      """
      SELECT number, standing FROM standing_change
      WHERE account_id = ? AND business_date <= ?
      ORDER BY account_id DESC, business_date DESC, number DESC LIMIT 1""";

  /** Numbers have no gaps: the record after the last of the other standing began this one. */
  private static final String TURNED =
      """
      SELECT business_date FROM standing_change
      WHERE account_id = ? AND number = 1 + COALESCE((SELECT o.number FROM standing_change o
        WHERE o.account_id = ? AND o.standing = ? AND o.number < ?
        ORDER BY o.account_id DESC, o.standing DESC, o.number DESC LIMIT 1), 0)""";

  private static final String OPEN_BREACH =
      """
      SELECT b.number FROM breach b
      WHERE b.account_id = ? AND b.business_date <= ? AND NOT EXISTS (SELECT 1 FROM breach_cure c
        WHERE c.account_id = b.account_id AND c.number = b.number AND c.business_date <= ?)
      ORDER BY b.account_id DESC, b.number DESC LIMIT 1""";

  private static final String RETURNS =
      """
      SELECT r.sequence, p.reference, r.returned_date, p.amount FROM payment_return r
      JOIN payment p ON p.account_id = r.account_id AND p.sequence = r.payment_sequence
      JOIN entry e ON e.account_id = r.account_id AND e.sequence = r.sequence
      WHERE r.account_id = ? AND e.business_date <= ?
      ORDER BY r.account_id DESC, r.sequence DESC LIMIT ?""";

  /** An entry that was recorded at the instant of a change has caused it. */
  private static final String CHANGES =
      """
      SELECT s.number, s.business_date, s.after_sequence, s.recorded_at, s.past_due, s.over_limit, s.shortfall,
        s.first_event, s.last_event, e.kind, e.document_number
      FROM standing_change s
      LEFT JOIN entry e ON e.account_id = s.account_id AND e.sequence = s.after_sequence
        AND e.recorded_at = s.recorded_at
      WHERE s.account_id = ? AND s.number > ? ORDER BY s.account_id, s.number LIMIT ?""";

  /** By the events themselves: their numbers are known, each is one seek. */
  private static final String FELL =
      """
      SELECT v.sequence, v.facts
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN event v ON v.account_id = ? AND v.sequence = k.sequence""";

  private final Connection connection;
  private final String account;

  StandingQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  List<LateInvoice> lateNow(LocalDate today) throws SQLException {
    return Sql.list(
        connection, LATE_NOW, StandingQueries::late, account, today, StandingReading.MOST_INVOICES);
  }

  List<LateInvoice> lateOn(LocalDate day) throws SQLException {
    int most = StandingReading.MOST_INVOICES;
    long last = KnownDays.lastSequence(connection, account, day);
    Set<LocalDate> datedBack = dueDatesDatedBackTo(day, last);
    List<LateInvoice> late = new ArrayList<>();
    for (LocalDate due : dueDatesLateOn(day, last)) {
      int left = most - late.size();
      if (left > 0) {
        late.addAll(
            Sql.list(
                connection,
                LATE_ON,
                StandingQueries::late,
                last,
                last,
                account,
                due,
                last,
                day,
                datedBack.contains(due),
                left));
      }
    }
    return late;
  }

  private Set<LocalDate> dueDatesDatedBackTo(LocalDate day, long last) throws SQLException {
    long rolledUp = KnownDays.lastBy(connection, account, Long.MAX_VALUE).lastSequence();
    return new HashSet<>(
        Sql.list(
            connection,
            DUE_DATES_DATED_BACK_TO,
            row -> Sql.date(row, "due_date"),
            account,
            day,
            day,
            account,
            Math.max(rolledUp, last),
            day));
  }

  private List<LocalDate> dueDatesLateOn(LocalDate day, long last) throws SQLException {
    KnownDays.Day rolledUp = KnownDays.lastBy(connection, account, last);
    return Sql.list(
            connection,
            DUE_DATES_LATE_ON,
            row -> Sql.date(row, "due_date"),
            account,
            rolledUp.date(),
            day,
            account,
            rolledUp.lastSequence(),
            last,
            day)
        .stream()
        .sorted()
        .toList();
  }

  private static LateInvoice late(ResultSet row) throws SQLException {
    return new LateInvoice(
        row.getLong("sequence"),
        new InvoiceNumber(row.getString("number")),
        Sql.date(row, "due_date"),
        Sql.money(row, "late"));
  }

  private record Judged(long number, Standing standing) {}

  /**
   * The day on which the standing turned to what it was at the end of {@code day}, as it is
   * recorded; null where nothing is recorded until then.
   */
  @Nullable LocalDate since(LocalDate day) throws SQLException {
    List<Judged> last =
        Sql.list(
            connection,
            LAST_CHANGE,
            row -> new Judged(row.getLong("number"), Standing.of(row.getString("standing"))),
            account,
            day);
    if (last.isEmpty()) {
      return null;
    }
    Judged judged = last.getFirst();
    Standing other = judged.standing() == Standing.GOOD ? Standing.NOT_GOOD : Standing.GOOD;
    return Sql.one(
        connection,
        TURNED,
        row -> Sql.date(row, "business_date"),
        account,
        account,
        other.wireName(),
        judged.number());
  }

  @Nullable Long openBreach(LocalDate day) throws SQLException {
    List<Long> open =
        Sql.list(connection, OPEN_BREACH, row -> row.getLong("number"), account, day, day);
    return open.isEmpty() ? null : open.getFirst();
  }

  /** The latest returned payments, until together they are the shortfall. */
  List<ReturnedPayment> returns(LocalDate day, Money shortfall) throws SQLException {
    List<ReturnedPayment> returns = new ArrayList<>();
    if (shortfall.isZero()) {
      return returns;
    }
    Money rest = shortfall;
    for (ReturnedPayment returned :
        Sql.list(
            connection,
            RETURNS,
            StandingQueries::returned,
            account,
            day,
            StandingReading.MOST_INVOICES)) {
      if (!rest.isPositive()) {
        break;
      }
      returns.add(returned);
      rest = rest.minus(returned.amount());
    }
    return returns;
  }

  private static ReturnedPayment returned(ResultSet row) throws SQLException {
    return new ReturnedPayment(
        row.getLong("sequence"),
        row.getString("reference"),
        Sql.date(row, "returned_date"),
        Sql.money(row, "amount"));
  }

  private record Row(StandingChange change, StandingChangeReading.@Nullable Cause cause) {}

  List<StandingChangeReading> changes(long after, int limit) throws SQLException {
    List<Row> rows = Sql.list(connection, CHANGES, StandingQueries::change, account, after, limit);
    Map<Long, LateInvoice> fell =
        fell(rows.stream().flatMap(row -> told(row.change()).boxed()).toList());
    return rows.stream().map(row -> reading(row, fell)).toList();
  }

  /** The events that are read of a change, the one of the oldest invoice first. */
  private static LongStream told(StandingChange change) {
    return LongStream.rangeClosed(change.firstEvent(), change.lastEvent())
        .limit(StandingReading.MOST_INVOICES);
  }

  private static StandingChangeReading reading(Row row, Map<Long, LateInvoice> fell) {
    StandingChange change = row.change();
    List<LateInvoice> late = new ArrayList<>();
    told(change).mapToObj(fell::get).filter(Objects::nonNull).forEach(late::add);
    long all = change.lastEvent() - change.firstEvent() + 1;
    return new StandingChangeReading(change, row.cause(), late, all - late.size());
  }

  private static Row change(ResultSet row) throws SQLException {
    long sequence = row.getLong("after_sequence");
    String kind = row.getString("kind");
    StandingChange change =
        new StandingChange(
            row.getLong("number"),
            Sql.date(row, "business_date"),
            sequence,
            Sql.instant(row, "recorded_at"),
            new StandingReasons(
                Sql.money(row, "past_due"),
                Sql.money(row, "over_limit"),
                Sql.money(row, "shortfall")),
            row.getLong("first_event"),
            row.getLong("last_event"));
    return new Row(
        change,
        kind == null
            ? null
            : new StandingChangeReading.Cause(
                sequence, Act.of(kind), row.getString("document_number")));
  }

  private Map<Long, LateInvoice> fell(List<Long> events) throws SQLException {
    Map<Long, LateInvoice> fell = new HashMap<>();
    Sql.listByNumbers(
        connection,
        FELL,
        row -> fell.put(row.getLong("sequence"), late(EventFacts.pastDue(row.getString("facts")))),
        events,
        account);
    return fell;
  }

  private static LateInvoice late(LedgerEvent.PastDue fell) {
    return new LateInvoice(fell.invoiceSequence(), fell.number(), fell.dueDate(), fell.amount());
  }
}
