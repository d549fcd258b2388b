package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.inquiry.AppliedCredit;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/**
 * Where credits are applied. An entry that applies a credit anew first takes back all that stands,
 * so what the last such entry applied is what stands now; before the first it is what the credit's
 * own entry applied.
 */
public final class AppliedQueries {

  private static final String COLUMNS =
      """
      m.sequence, m.position, m.invoice_sequence, m.amount, m.effective_date,
      (SELECT i.number FROM invoice i WHERE i.account_id = m.account_id AND i.sequence = m.invoice_sequence) AS number""";

  private static final String BY_ENTRY =
      """
      SELECT %s, 0 AS places FROM open_item_movement m
      WHERE m.account_id = ? AND m.sequence = ? AND m.kind = 'item' AND m.amount < 0"""
          .formatted(COLUMNS);

  /** The first of each entry, and how many there are; read by their entries, never in an order. */
  private static final String FIRST_BY_ENTRY =
      """
      SELECT %s, m.places FROM (
        SELECT a.account_id, a.sequence, a.position, a.invoice_sequence, a.amount, a.effective_date,
          ROW_NUMBER() OVER (PARTITION BY a.sequence ORDER BY a.position) AS place,
          COUNT(*) OVER (PARTITION BY a.sequence) AS places
        FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
        JOIN open_item_movement a ON a.account_id = ? AND a.sequence = k.sequence
        WHERE a.kind = 'item' AND a.amount < 0) m
      WHERE m.place <= %d"""
          .formatted(COLUMNS, AppliedCredit.MOST_ON_A_PAGE);

  private final Connection connection;
  private final String account;

  /** Of one account. */
  public AppliedQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  private record Place(long entry, int position, long places, Document.Allocation allocation) {}

  /** All that entry {@code entry} applied, in its order. */
  public List<Document.Allocation> by(long entry) throws SQLException {
    return inOrder(Sql.list(connection, BY_ENTRY, AppliedQueries::place, account, entry));
  }

  /**
   * What each of these entries applied, as far as a page tells it; those that applied nothing are
   * left out.
   */
  public Map<Long, AppliedCredit> firstBy(List<Long> entries) throws SQLException {
    Map<Long, List<Place>> byEntry = new HashMap<>();
    for (Place place :
        Sql.listByNumbers(connection, FIRST_BY_ENTRY, AppliedQueries::place, entries, account)) {
      byEntry.computeIfAbsent(place.entry(), entry -> new ArrayList<>()).add(place);
    }
    Map<Long, AppliedCredit> applied = new HashMap<>();
    byEntry.forEach(
        (entry, places) ->
            applied.put(
                entry,
                new AppliedCredit(inOrder(places), places.getFirst().places() - places.size())));
    return applied;
  }

  private static List<Document.Allocation> inOrder(List<Place> places) {
    return places.stream()
        .sorted(Comparator.comparingInt(Place::position))
        .map(Place::allocation)
        .toList();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("sequence"),
        row.getInt("position"),
        row.getLong("places"),
        new Document.Allocation(
            row.getLong("invoice_sequence"),
            new InvoiceNumber(row.getString("number")),
            Money.ofCents(-row.getLong("amount")),
            Sql.date(row, "effective_date")));
  }
}
