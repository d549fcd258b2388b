package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.CardRange;
import tradecredit.store.sql.Sql;

/**
 * Which cards are in an open dispute. No card is in two of them, and none names a card twice, so
 * the ranges of a series stand side by side: those that meet a span are those that end within it
 * and, at most, the next one after it. Each is a seek, however many disputes there are.
 */
final class DisputedCards {

  /** The {@code + 0} keeps PostgreSQL from looking for the least sequence along the primary key. */
  private static final String MEETING =
      """
      SELECT
        (SELECT MIN(c.sequence + 0) FROM dispute_card_range c
          WHERE c.account_id = ? AND c.is_open = TRUE AND c.series = k.series
            AND c.last_number >= k.first_number AND c.last_number <= k.last_number) AS within,
        (SELECT CASE WHEN c.first_number <= k.last_number THEN c.sequence END FROM dispute_card_range c
          WHERE c.account_id = ? AND c.is_open = TRUE AND c.series = k.series AND c.last_number > k.last_number
          ORDER BY c.account_id, c.is_open, c.series, c.last_number LIMIT 1) AS beyond
      FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS NUMERIC(20) ARRAY), CAST(? AS NUMERIC(20) ARRAY))
        AS k (series, first_number, last_number)""";

  private final Connection connection;
  private final String account;

  DisputedCards(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /** The entry of the first open dispute that has some of the cards; null where none has. */
  @Nullable Long firstDispute(List<CardRange> cards) throws SQLException {
    if (cards.isEmpty()) {
      return null;
    }
    List<CardRange.Span> spans = cards.stream().map(CardRange::span).toList();
    return Sql.list(
            connection,
            MEETING,
            DisputedCards::first,
            account,
            account,
            Sql.texts(connection, spans.stream().map(CardRange.Span::series).toList()),
            Sql.digits(connection, spans.stream().map(CardRange.Span::first).toList()),
            Sql.digits(connection, spans.stream().map(CardRange.Span::last).toList()))
        .stream()
        .filter(sequence -> sequence != Long.MAX_VALUE)
        .min(Long::compare)
        .orElse(null);
  }

  /** The first of one row's; {@link Long#MAX_VALUE} where there is none. */
  private static long first(ResultSet row) throws SQLException {
    Long within = Sql.longOrNull(row, "within");
    Long beyond = Sql.longOrNull(row, "beyond");
    return Math.min(
        Objects.requireNonNullElse(within, Long.MAX_VALUE),
        Objects.requireNonNullElse(beyond, Long.MAX_VALUE));
  }
}
