package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.CaseFilter;
import tradecredit.inquiry.InquirySettings;
import tradecredit.inquiry.Recorded;
import tradecredit.inquiry.SetOffInquiries;
import tradecredit.inquiry.SetOffReading;
import tradecredit.inquiry.SetOffReading.HalfReading;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.SetOffDocument;
import tradecredit.store.record.DocumentQueries;
import tradecredit.store.record.SetOffQueries;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/** Set-offs on one snapshot of both accounts. */
@Singleton
final class JdbcSetOffInquiries implements SetOffInquiries {

  /** What is read of a set-off at first. */
  private static final String HALVES =
      """
      SELECT s.account_id, s.sequence, s.counterpart_account, s.counterpart_sequence, d.sequence AS decided,
        d.counterpart_sequence AS counterpart_decided,
        (SELECT COUNT(*) FROM set_off_part p
          WHERE p.account_id = s.account_id AND p.sequence = s.sequence) AS parts,
        (SELECT COUNT(*) FROM set_off_part p
          WHERE p.account_id = s.counterpart_account AND p.sequence = s.counterpart_sequence) AS counterparts
      FROM set_off s
      LEFT JOIN set_off_decision d ON d.account_id = s.account_id AND d.set_off_sequence = s.sequence
      """;

  /**
   * Of the two rows of a set-off, the one whose account the database sorts first; what is appended
   * are words of this class, never a caller's.
   */
  private static final String PAGE =
      HALVES
          + """
      WHERE s.account_id < s.counterpart_account AND (s.account_id, s.sequence) > (?, ?) %s
      ORDER BY s.account_id, s.sequence LIMIT ?""";

  private static final String ALL = PAGE.formatted("");
  private static final String OPEN = PAGE.formatted("AND d.sequence IS NULL");
  private static final String DECIDED = PAGE.formatted("AND d.sequence IS NOT NULL");

  private static final String PROPOSED_BY = HALVES + "WHERE s.account_id = ? AND s.sequence = ?";
  private static final String DECIDED_BY = HALVES + "WHERE d.account_id = ? AND d.sequence = ?";

  private final Transactions transactions;
  private final InquirySettings settings;

  JdbcSetOffInquiries(Transactions transactions, InquirySettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  /** A half: its proposal's entry, and its decision's where there is one. */
  private record Place(AccountId account, long proposed, @Nullable Long decided) {}

  /**
   * A set-off, but for its parts.
   *
   * @param parts how many there are on both accounts
   */
  private record Row(Place one, Place other, long parts) {}

  @Override
  public Slice<Placed> page(CaseFilter filter, After after, int limit) {
    String sql =
        switch (filter) {
          case ALL -> ALL;
          case OPEN -> OPEN;
          case DECIDED -> DECIDED;
        };
    return transactions.read(
        connection -> {
          List<Row> rows =
              Sql.list(
                  connection,
                  sql,
                  JdbcSetOffInquiries::row,
                  after.account(),
                  after.sequence(),
                  limit + 1);
          Slice<Row> page = Slice.of(rows, limit).weighing(settings.pageRows(), Row::parts);
          return new Slice<>(placed(connection, page.items()), page.more());
        });
  }

  @Override
  public Optional<SetOffReading> proposedBy(AccountId account, long sequence) {
    return one(PROPOSED_BY, account, sequence);
  }

  @Override
  public Optional<SetOffReading> decidedBy(AccountId account, long sequence) {
    return one(DECIDED_BY, account, sequence);
  }

  private Optional<SetOffReading> one(String sql, AccountId account, long sequence) {
    return transactions.read(
        connection ->
            placed(
                    connection,
                    Sql.list(connection, sql, JdbcSetOffInquiries::row, account.value(), sequence))
                .stream()
                .map(Placed::reading)
                .findFirst());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Place(
            new AccountId(row.getString("account_id")),
            row.getLong("sequence"),
            Sql.longOrNull(row, "decided")),
        new Place(
            new AccountId(row.getString("counterpart_account")),
            row.getLong("counterpart_sequence"),
            Sql.longOrNull(row, "counterpart_decided")),
        row.getLong("parts") + row.getLong("counterparts"));
  }

  private static List<Placed> placed(Connection connection, List<Row> rows) throws SQLException {
    Map<AccountId, Side> sides = new HashMap<>();
    for (Row row : rows) {
      for (Place place : List.of(row.one(), row.other())) {
        sides.computeIfAbsent(place.account(), account -> new Side()).add(place);
      }
    }
    for (Map.Entry<AccountId, Side> side : sides.entrySet()) {
      side.getValue().load(connection, side.getKey().value());
    }
    List<Placed> placed = new ArrayList<>();
    for (Row row : rows) {
      placed.add(
          new Placed(
              new After(row.one().account().value(), row.one().proposed()), reading(row, sides)));
    }
    return placed;
  }

  private static SetOffReading reading(Row row, Map<AccountId, Side> sides) {
    boolean inOrder = row.one().account().value().compareTo(row.other().account().value()) < 0;
    Place first = inOrder ? row.one() : row.other();
    Place second = inOrder ? row.other() : row.one();
    Side leading = Objects.requireNonNull(sides.get(first.account()));
    Long decided = first.decided();
    return new SetOffReading(
        leading.half(first),
        Objects.requireNonNull(sides.get(second.account())).half(second),
        Objects.requireNonNull(leading.authors.get(first.proposed())),
        decided == null ? null : leading.authors.get(decided));
  }

  /** What is read of one account, in a fixed number of queries. */
  private static final class Side {

    private final List<Long> proposals = new ArrayList<>();
    private final List<Long> decisions = new ArrayList<>();
    private final Map<Long, SetOffDocument.Proposed> proposed = new HashMap<>();
    private final Map<Long, SetOffDocument.Decided> decided = new HashMap<>();
    private Map<Long, Recorded> authors = Map.of();

    void add(Place place) {
      proposals.add(place.proposed());
      if (place.decided() != null) {
        decisions.add(place.decided());
      }
    }

    void load(Connection connection, String account) throws SQLException {
      SetOffQueries queries = new SetOffQueries(connection, account);
      queries.proposed(proposals).forEach(one -> proposed.put(one.sequence(), one));
      queries
          .decided(decisions, new DocumentQueries(connection, account).allocations(decisions))
          .forEach(one -> decided.put(one.sequence(), one));
      List<Long> entries = new ArrayList<>(proposals);
      entries.addAll(decisions);
      authors = EntryAuthors.of(connection, account, entries);
    }

    HalfReading half(Place place) {
      Long decision = place.decided();
      return new HalfReading(
          place.account(),
          Objects.requireNonNull(proposed.get(place.proposed())),
          decision == null ? null : decided.get(decision));
    }
  }
}
