package tradecredit.store.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tradecredit.aging.Basis;
import tradecredit.aging.OpenAmount;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/**
 * Figures of a day as they were known at a moment: from the movements, which never change, and from
 * {@link KnownDays}' rollup of those.
 */
final class KnownQueries {

  /**
   * By account, day and the day asked for, of the days that are rolled up; and by account, the last
   * entry in those, the last one known, and the day asked for, of the movements after them.
   */
  private static final String KNOWN =
      """
      SELECT kind, due_date, invoice_date, amount, disputed_amount, open_invoices FROM known_cell
      WHERE account_id = ? AND business_date <= ? AND effective_date <= ?
      UNION ALL
      SELECT kind, due_date, invoice_date, amount, disputed_amount, open_invoices FROM open_item_movement
      WHERE account_id = ? AND sequence > ? AND sequence <= ? AND effective_date <= ?""";

  private static final String SUMS = CellQueries.sumsOf("(%s) m".formatted(KNOWN));

  private static final String OPEN =
      """
      SELECT m.%1$s AS open_day, SUM(m.amount) AS amount, SUM(m.disputed_amount) AS disputed,
        SUM(m.open_invoices) AS invoices
      FROM (%2$s) m WHERE m.kind = 'item' GROUP BY m.%1$s""";

  private static final String BY_DUE_DATE = OPEN.formatted("due_date", KNOWN);
  private static final String BY_INVOICE_DATE = OPEN.formatted("invoice_date", KNOWN);

  /** {@link CellQueries#recordedReasons} reads it. */
  private static final String STANDING_CHANGE =
      """
      SELECT past_due AS recorded_past_due, over_limit AS recorded_over_limit, shortfall AS recorded_shortfall
      FROM standing_change
      WHERE account_id = ? AND number = ?""";

  private static final String LAST_TERMS =
      """
      SELECT COALESCE(MAX(CASE WHEN recorded_at <= ? THEN version END), MIN(version)) AS version
      FROM terms WHERE account_id = ?""";

  private final Connection connection;
  private final String account;
  private final KnownMoments.Known known;

  KnownQueries(Connection connection, String account, KnownMoments.Known known) {
    this.connection = connection;
    this.account = account;
    this.known = known;
  }

  CellQueries.Sums sums(LocalDate asOf) throws SQLException {
    KnownDays.Day rolledUp = KnownDays.lastBy(connection, account, known.sequence());
    return Sql.one(
        connection,
        SUMS,
        CellQueries::readSums,
        asOf,
        account,
        rolledUp.date(),
        asOf,
        account,
        rolledUp.lastSequence(),
        known.sequence(),
        asOf);
  }

  List<OpenAmount> open(LocalDate asOf, Basis basis) throws SQLException {
    KnownDays.Day rolledUp = KnownDays.lastBy(connection, account, known.sequence());
    return Sql.list(
        connection,
        switch (basis) {
          case DUE_DATE -> BY_DUE_DATE;
          case INVOICE_DATE -> BY_INVOICE_DATE;
        },
        row ->
            new OpenAmount(
                Sql.date(row, "open_day"),
                Sql.money(row, "amount"),
                Sql.money(row, "disputed"),
                row.getLong("invoices")),
        account,
        rolledUp.date(),
        asOf,
        account,
        rolledUp.lastSequence(),
        known.sequence(),
        asOf);
  }

  /** The last version of the terms that was agreed by then. */
  int termsVersion() throws SQLException {
    return Sql.one(
        connection,
        LAST_TERMS,
        row -> row.getInt("version"),
        known.instant().atOffset(ZoneOffset.UTC),
        account);
  }

  /**
   * What stood against good standing: of a day that was judged by then, as it was recorded; of a
   * later one, as its figures say.
   */
  StandingReasons reasons(LocalDate asOf, CellQueries.Sums sums, Money creditLimit)
      throws SQLException {
    LocalDate judgedOn = known.judgedOn();
    if (judgedOn != null && asOf.isBefore(judgedOn)) {
      // That day had ended by then, so all its records had been made.
      return recorded(CellQueries.RECORDED_STANDING, asOf);
    }
    return StandingReasons.of(
        sums.pastDue(),
        sums.balance(),
        creditLimit,
        recorded(STANDING_CHANGE, known.standingChange()).shortfall());
  }

  /** The reasons as recorded; none before the first record. */
  private StandingReasons recorded(String sql, Object dayOrNumber) throws SQLException {
    List<StandingReasons> recorded =
        Sql.list(connection, sql, CellQueries::recordedReasons, account, dayOrNumber);
    return recorded.isEmpty()
        ? new StandingReasons(Money.ZERO, Money.ZERO, Money.ZERO)
        : recorded.getFirst();
  }
}
