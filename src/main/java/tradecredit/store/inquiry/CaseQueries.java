package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.CaseFilter;
import tradecredit.inquiry.CaseKind;
import tradecredit.inquiry.CaseReading;
import tradecredit.inquiry.Recorded;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.store.record.Documents;
import tradecredit.store.sql.Sql;

/** Disputes, write-offs and amendments with what was decided of them. */
final class CaseQueries {

  /**
   * A case and the entry that decided it; its words are the three of this class, never a caller's.
   */
  private static final String PAGE =
      """
      SELECT c.sequence, s.sequence AS decided FROM %s c
      LEFT JOIN %s s ON s.account_id = c.account_id AND s.%s = c.sequence
      WHERE c.account_id = ? AND c.sequence > ? %s ORDER BY c.account_id, c.sequence LIMIT ?""";

  private static final Tables DISPUTES =
      Tables.of("dispute", "dispute_resolution", "dispute_sequence");
  private static final Tables WRITE_OFFS =
      Tables.of("write_off", "write_off_decision", "write_off_sequence");
  private static final Tables AMENDMENTS =
      Tables.of("terms_amendment", "amendment_decision", "amendment_sequence");

  private final Connection connection;
  private final String account;
  private final CaseKind kind;
  private final Tables tables;

  CaseQueries(Connection connection, String account, CaseKind kind) {
    this.connection = connection;
    this.account = account;
    this.kind = kind;
    this.tables =
        switch (kind) {
          case DISPUTE -> DISPUTES;
          case WRITE_OFF -> WRITE_OFFS;
          case TERMS_AMENDMENT -> AMENDMENTS;
        };
  }

  /** The pages of a kind of case: of all, of those that are open, and of those that are decided. */
  private record Tables(String all, String open, String decided) {

    static Tables of(String table, String decisions, String column) {
      return new Tables(
          PAGE.formatted(table, decisions, column, ""),
          PAGE.formatted(table, decisions, column, "AND s.sequence IS NULL"),
          PAGE.formatted(table, decisions, column, "AND s.sequence IS NOT NULL"));
    }
  }

  private record Row(long sequence, @Nullable Long decided) {}

  Slice<CaseReading> page(CaseFilter filter, long after, int limit) throws SQLException {
    String sql =
        switch (filter) {
          case ALL -> tables.all();
          case OPEN -> tables.open();
          case DECIDED -> tables.decided();
        };
    return Slice.of(readings(rows(sql, after, limit + 1)), limit);
  }

  Optional<CaseReading> one(long sequence) throws SQLException {
    return readings(rows(tables.all(), sequence - 1, 1)).stream()
        .filter(reading -> reading.opening().sequence() == sequence)
        .findFirst();
  }

  private List<Row> rows(String sql, long after, int limit) throws SQLException {
    return Sql.list(
        connection,
        sql,
        row -> new Row(row.getLong("sequence"), Sql.longOrNull(row, "decided")),
        account,
        after,
        limit);
  }

  private List<CaseReading> readings(List<Row> rows) throws SQLException {
    List<Long> openings = rows.stream().map(Row::sequence).toList();
    List<Long> decisions = new ArrayList<>();
    rows.forEach(
        row -> {
          if (row.decided() != null) {
            decisions.add(row.decided());
          }
        });
    Map<Long, DeskDocument> documents = documents(openings, decisions);
    List<Long> entries = new ArrayList<>(openings);
    entries.addAll(decisions);
    Map<Long, Recorded> recorded = EntryAuthors.of(connection, account, entries);
    List<CaseReading> readings = new ArrayList<>();
    for (Row row : rows) {
      Long decided = row.decided();
      readings.add(
          new CaseReading(
              Objects.requireNonNull(documents.get(row.sequence())),
              Objects.requireNonNull(recorded.get(row.sequence())),
              decided == null ? null : documents.get(decided),
              decided == null ? null : recorded.get(decided)));
    }
    return readings;
  }

  private Map<Long, DeskDocument> documents(List<Long> openings, List<Long> decisions)
      throws SQLException {
    Documents queries = new Documents(connection, account);
    List<Document> found = new ArrayList<>(queries.of(kind.opening(), openings));
    found.addAll(queries.of(kind.deciding(), decisions));
    Map<Long, DeskDocument> documents = new HashMap<>();
    found.forEach(document -> documents.put(document.sequence(), (DeskDocument) document));
    return documents;
  }
}
