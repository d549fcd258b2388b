package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tradecredit.store.figure.KnownDays;
import tradecredit.store.sql.Sql;

/**
 * Finds the spans in which the entries lie that are effective from one day to another, so that a
 * page of a statement costs days and its own entries, not all that was posted before and since. No
 * entry is effective after the business date on which it was posted. So entries that were posted
 * before the first day are effective before it, too; and all that were posted by the last day are
 * effective by then. A later business date has such entries only if they were dated back so far,
 * which {@link KnownDays}' rollup tells. Entries that are not rolled up yet are all looked through,
 * and so are those that were posted between the two days and dated back to before the first.
 */
final class EffectiveEntries {

  private static final String DATED_BACK =
      """
      SELECT d.last_sequence, COALESCE((SELECT p.last_sequence FROM known_day p
          WHERE p.account_id = d.account_id AND p.last_sequence < d.last_sequence
          ORDER BY p.account_id DESC, p.last_sequence DESC LIMIT 1), 0) AS sequence_before
      FROM known_day d
      WHERE d.account_id = ? AND d.business_date > ? AND EXISTS (SELECT 1 FROM known_cell c
        WHERE c.account_id = d.account_id AND c.business_date = d.business_date AND c.effective_date BETWEEN ? AND ?)
      ORDER BY d.account_id, d.business_date""";

  private EffectiveEntries() {}

  /** Entries after one, up to another and with it; some of them are effective by the day. */
  record Span(long after, long last) {

    /** What is in both. */
    Span within(long otherAfter, long otherLast) {
      return new Span(Math.max(after, otherAfter), Math.min(last, otherLast));
    }

    boolean isEmpty() {
      return last <= after;
    }
  }

  /** The spans in which they lie, in order; there are none elsewhere. Some may be empty. */
  static List<Span> spans(Connection connection, String account, LocalDate first, LocalDate asOf)
      throws SQLException {
    List<Span> spans = new ArrayList<>();
    spans.add(
        new Span(
            KnownDays.rolledUpBefore(connection, account, first),
            KnownDays.rolledUpBy(connection, account, asOf)));
    spans.addAll(
        Sql.list(
            connection,
            DATED_BACK,
            row -> new Span(row.getLong("sequence_before"), row.getLong("last_sequence")),
            account,
            asOf,
            first,
            asOf));
    long rolledUp = KnownDays.lastBy(connection, account, Long.MAX_VALUE).lastSequence();
    spans.add(new Span(rolledUp, Long.MAX_VALUE));
    return spans;
  }
}
