package tradecredit.store.head;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Hold;
import tradecredit.ledger.Position;
import tradecredit.ledger.Standing;
import tradecredit.store.sql.Sql;

/** The accounts' heads: the only rows that a posting locks. */
public final class HeadTable {

  private HeadTable() {}

  /**
   * A head: the position and which terms are its last.
   *
   * @param termsAgreedAt when those were recorded, which tells them from others of the same number
   *     in a history that was lost; null where the head was not read, or was waited for while they
   *     came
   */
  public record Head(Position position, int termsVersion, @Nullable Instant termsAgreedAt) {

    /** A head to be written. */
    public Head(Position position, int termsVersion) {
      this(position, termsVersion, null);
    }
  }

  /** A column that postings move, and what of a head stands in it. */
  private record Column(String name, Function<Head, @Nullable Object> value) {}

  private static Column of(String name, Function<Position, @Nullable Object> value) {
    return new Column(name, head -> value.apply(head.position()));
  }

  private static Column ofHold(String name, Function<Hold, Object> value) {
    return of(name, position -> position.hold() == null ? null : value.apply(position.hold()));
  }

  /** What tells one state of a head from every other; why, {@code UnaskedWrite} says. */
  private static final List<Column> TELLING =
      List.of(
          of("recorded_at", position -> position.recordedAt().atOffset(ZoneOffset.UTC)),
          of("last_sequence", Position::sequence),
          of("last_hash", Position::hash),
          of("last_decision", Position::decisions),
          of("last_event", Position::events),
          of("last_standing_change", Position::standingChanges),
          of("last_breach", Position::breaches),
          of("business_date", Position::businessDate),
          new Column("terms_version", Head::termsVersion));

  private static final List<Column> FIGURES =
      List.of(
          of("balance", position -> position.balance().cents()),
          of("past_due", position -> position.pastDue().cents()),
          of("disputed_amount", position -> position.disputed().cents()),
          of("unapplied_credit", position -> position.unappliedCredit().cents()),
          of("shortfall", position -> position.shortfall().cents()),
          of("standing", position -> position.standing().wireName()),
          ofHold("hold_sequence", Hold::sequence),
          ofHold("hold_reason", Hold::reason),
          ofHold("hold_since", Hold::since));

  private static final List<Column> MOVED =
      Stream.concat(TELLING.stream(), FIGURES.stream()).toList();

  private static String each(List<Column> columns, String template, String separator) {
    return columns.stream()
        .map(column -> template.formatted(column.name()))
        .collect(Collectors.joining(separator));
  }

  private static List<@Nullable Object> values(List<Column> columns, Head head) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : columns) {
      values.add(column.value().apply(head));
    }
    return values;
  }

  /** What {@link #read} reads of {@code account_head h}. */
  public static final String COLUMNS =
      "h.account_id, "
          + each(MOVED, "h.%s", ", ")
          + """
          ,
            (SELECT t.recorded_at FROM terms t WHERE t.account_id = h.account_id AND t.version = h.terms_version)
              AS terms_agreed_at""";

  /** Reads the head of an account, its one parameter, without a lock. */
  public static final String READ =
      "SELECT " + COLUMNS + "\nFROM account_head h WHERE h.account_id = ?";

  /**
   * Locks a head that may move, on PostgreSQL: against all who would move it, but not against rows
   * that refer to it. Their foreign keys lock it as well, and otherwise a roll-up would hold up
   * postings.
   */
  private static final String TO_MOVE = " FOR NO KEY UPDATE";

  private static final String TO_MOVE_ON_H2 = " FOR UPDATE";

  /**
   * The lock alone; what else the batch needs is loaded by later statements, or it would be stale.
   * On PostgreSQL.
   */
  public static final String LOCK = READ + TO_MOVE;

  /** The same without waiting: finds no row where another transaction holds it. */
  public static final String LOCK_IF_FREE = LOCK + " SKIP LOCKED";

  /** The lock on H2, which has one kind. */
  public static final String LOCK_ON_H2 = READ + TO_MOVE_ON_H2;

  /** What locks heads behind a {@code SELECT} on either database. */
  public static String toMove(Connection connection) throws SQLException {
    return Sql.isPostgres(connection) ? TO_MOVE : TO_MOVE_ON_H2;
  }

  /** Moves a head to a position; see {@link #parameters}. */
  public static final String UPDATE =
      "UPDATE account_head SET %s\nWHERE account_id = ?".formatted(each(MOVED, "%s = ?", ", "));

  /** A condition on a head: that it is as it was; see {@link #telling}. */
  public static final String AS_IT_WAS = each(TELLING, "%s = ?", " AND ");

  /**
   * The head of an account, by {@link #READ} or one of the locks.
   *
   * @throws IllegalStateException if it has none, or it is not free
   */
  public static Head select(Connection connection, String select, AccountId account)
      throws SQLException {
    return Sql.one(connection, select, HeadTable::read, account.value());
  }

  /** The head of a row of {@link #COLUMNS}. */
  public static Head read(ResultSet row) throws SQLException {
    Position position =
        new Position(
            new AccountId(row.getString("account_id")),
            Sql.date(row, "business_date"),
            Sql.instant(row, "recorded_at"),
            new Position.Figures(
                Sql.money(row, "balance"),
                Sql.money(row, "past_due"),
                Sql.money(row, "disputed_amount"),
                Sql.money(row, "unapplied_credit"),
                Sql.money(row, "shortfall")),
            Standing.of(row.getString("standing")),
            hold(row),
            new Position.Last(
                row.getLong("last_sequence"),
                row.getLong("last_decision"),
                row.getLong("last_event"),
                row.getLong("last_standing_change"),
                row.getLong("last_breach")),
            row.getString("last_hash"));
    OffsetDateTime agreedAt = row.getObject("terms_agreed_at", OffsetDateTime.class);
    return new Head(
        position, row.getInt("terms_version"), agreedAt == null ? null : agreedAt.toInstant());
  }

  private static @Nullable Hold hold(ResultSet row) throws SQLException {
    Long sequence = Sql.longOrNull(row, "hold_sequence");
    return sequence == null
        ? null
        : new Hold(sequence, row.getString("hold_reason"), Sql.date(row, "hold_since"));
  }

  /** The parameters of {@link #UPDATE}. */
  public static List<@Nullable Object> parameters(Head to) {
    List<@Nullable Object> parameters = values(MOVED, to);
    parameters.add(to.position().account().value());
    return parameters;
  }

  /** The parameters of {@link #AS_IT_WAS}. */
  public static List<@Nullable Object> telling(Head was) {
    return values(TELLING, was);
  }
}
