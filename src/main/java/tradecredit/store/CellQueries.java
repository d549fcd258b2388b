package tradecredit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import tradecredit.aging.Basis;
import tradecredit.aging.OpenAmount;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;

/** Figures of a day from the rollup: they cost days, not invoices. */
final class CellQueries {

  private CellQueries() {}

  /** The sums of an account's cells on a day. */
  record Sums(Money balance, Money pastDue, Money disputed, Money unappliedCredit) {}

  private static final String SUMS =
      """
      SELECT COALESCE(SUM(amount), 0) AS balance,
        COALESCE(SUM(CASE WHEN kind = 'item' AND due_date < ? THEN amount - disputed_amount END), 0) AS past_due,
        COALESCE(SUM(disputed_amount), 0) AS disputed,
        COALESCE(SUM(CASE WHEN kind = 'credit' THEN -amount END), 0) AS unapplied
      FROM aging_cell WHERE account_id = ? AND effective_date <= ?""";

  private static final String BY_DUE_DATE =
      """
      SELECT due_date AS open_day, SUM(amount) AS amount, SUM(disputed_amount) AS disputed, SUM(open_invoices) AS invoices
      FROM aging_cell WHERE account_id = ? AND kind = 'item' AND effective_date <= ? GROUP BY due_date""";

  private static final String BY_INVOICE_DATE =
      """
      SELECT invoice_date AS open_day, SUM(amount) AS amount, SUM(disputed_amount) AS disputed,
        SUM(open_invoices) AS invoices
      FROM aging_cell WHERE account_id = ? AND kind = 'item' AND effective_date <= ? GROUP BY invoice_date""";

  private static final String UNAPPLIED =
      """
      SELECT COALESCE(-SUM(amount), 0) AS unapplied
      FROM aging_cell WHERE account_id = ? AND kind = 'credit' AND effective_date <= ?""";

  private static final String RECORDED_STANDING =
      """
      SELECT past_due, over_limit, shortfall FROM standing_change
      WHERE account_id = ? AND business_date <= ?
      ORDER BY account_id DESC, business_date DESC, number DESC LIMIT 1""";

  static Sums sums(Connection connection, String account, LocalDate asOf) throws SQLException {
    return Sql.one(
        connection,
        SUMS,
        row ->
            new Sums(
                Sql.money(row, "balance"),
                Sql.money(row, "past_due"),
                Sql.money(row, "disputed"),
                Sql.money(row, "unapplied")),
        asOf,
        account,
        asOf);
  }

  static List<OpenAmount> open(Connection connection, String account, LocalDate asOf, Basis basis)
      throws SQLException {
    String sql =
        switch (basis) {
          case DUE_DATE -> BY_DUE_DATE;
          case INVOICE_DATE -> BY_INVOICE_DATE;
        };
    return Sql.list(
        connection,
        sql,
        row ->
            new OpenAmount(
                Sql.date(row, "open_day"),
                Sql.money(row, "amount"),
                Sql.money(row, "disputed"),
                row.getLong("invoices")),
        account,
        asOf);
  }

  static Money unappliedCredit(Connection connection, String account, LocalDate asOf)
      throws SQLException {
    return Sql.one(connection, UNAPPLIED, row -> Sql.money(row, "unapplied"), account, asOf);
  }

  /** What stood against good standing at the end of that day, as it was then recorded. */
  static StandingReasons recordedReasons(Connection connection, String account, LocalDate asOf)
      throws SQLException {
    List<StandingReasons> recorded =
        Sql.list(
            connection,
            RECORDED_STANDING,
            row ->
                new StandingReasons(
                    Sql.money(row, "past_due"),
                    Sql.money(row, "over_limit"),
                    Sql.money(row, "shortfall")),
            account,
            asOf);
    return recorded.isEmpty()
        ? new StandingReasons(Money.ZERO, Money.ZERO, Money.ZERO)
        : recorded.getFirst();
  }
}
