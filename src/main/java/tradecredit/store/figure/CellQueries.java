package tradecredit.store.figure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Basis;
import tradecredit.aging.OpenAmount;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/** Figures of a day from the rollup: they cost days, not invoices. */
public final class CellQueries {

  private CellQueries() {}

  /**
   * The sums of an account's cells on a day.
   *
   * @param balance what the buyer owes: negative where more was paid
   * @param pastDue what is open, undisputed and was due before that day
   * @param disputed how much of what is open is disputed
   * @param unappliedCredit what of credits is applied to no invoice
   */
  public record Sums(Money balance, Money pastDue, Money disputed, Money unappliedCredit) {}

  /** By the day, the account and the day again; {@link #readSums} reads it. */
  static final String SUMS = sumsOf("aging_cell WHERE account_id = ? AND effective_date <= ?");

  /**
   * By the account and the day: what stood against good standing at the end of that day, as it was
   * then recorded; {@link #recordedReasons} reads it.
   */
  static final String RECORDED_STANDING =
      """
      SELECT past_due AS recorded_past_due, over_limit AS recorded_over_limit, shortfall AS recorded_shortfall
      FROM standing_change
      WHERE account_id = ? AND business_date <= ?
      ORDER BY account_id DESC, business_date DESC, number DESC LIMIT 1""";

  /**
   * The head's sequence and hash beside the cells, so that they are of one moment. Days on which
   * all is paid are left out.
   */
  private static final String OPEN =
      """
      SELECT h.last_sequence, h.last_hash, c.kind, c.open_day, c.amount, c.disputed, c.invoices
      FROM account_head h
      LEFT JOIN (
        SELECT kind, %1$s AS open_day, SUM(amount) AS amount, SUM(disputed_amount) AS disputed,
          SUM(open_invoices) AS invoices
        FROM aging_cell WHERE account_id = ? AND effective_date <= ? GROUP BY kind, %1$s
        HAVING SUM(amount) <> 0 OR SUM(disputed_amount) <> 0 OR SUM(open_invoices) <> 0) c ON TRUE
      WHERE h.account_id = ?""";

  private static final String BY_DUE_DATE = OPEN.formatted("due_date");
  private static final String BY_INVOICE_DATE = OPEN.formatted("invoice_date");

  /** What is open on a day, and the last entry at that moment with its hash. */
  record Open(long sequence, String hash, List<OpenAmount> items, Money unappliedCredit) {}

  private record Group(long sequence, String hash, @Nullable OpenAmount item, Money credit) {}

  /** The sums of an account's cells on a day: of what is effective on it or before. */
  public static Sums sums(Connection connection, String account, LocalDate asOf)
      throws SQLException {
    return Sql.one(connection, SUMS, CellQueries::readSums, asOf, account, asOf);
  }

  /**
   * What is owed, past due, disputed and unapplied by cells or movements: by the day, and then by
   * whatever {@code source} asks for. {@link #readSums} reads it.
   */
  static String sumsOf(String source) {
    return """
        SELECT COALESCE(SUM(amount), 0) AS sum_of_amounts,
          COALESCE(SUM(CASE WHEN kind = 'item' AND due_date < ? THEN amount - disputed_amount END), 0) AS sum_past_due,
          COALESCE(SUM(disputed_amount), 0) AS sum_disputed,
          COALESCE(SUM(CASE WHEN kind = 'credit' THEN -amount END), 0) AS sum_unapplied
        FROM %s"""
        .formatted(source);
  }

  static Sums readSums(ResultSet row) throws SQLException {
    return new Sums(
        Sql.money(row, "sum_of_amounts"),
        Sql.money(row, "sum_past_due"),
        Sql.money(row, "sum_disputed"),
        Sql.money(row, "sum_unapplied"));
  }

  static StandingReasons recordedReasons(ResultSet row) throws SQLException {
    // Where nothing was ever recorded these are NULL, which reads as zero.
    return new StandingReasons(
        Sql.money(row, "recorded_past_due"),
        Sql.money(row, "recorded_over_limit"),
        Sql.money(row, "recorded_shortfall"));
  }

  static Open open(Connection connection, String account, LocalDate asOf, Basis basis)
      throws SQLException {
    String sql =
        switch (basis) {
          case DUE_DATE -> BY_DUE_DATE;
          case INVOICE_DATE -> BY_INVOICE_DATE;
        };
    List<Group> groups = Sql.list(connection, sql, CellQueries::group, account, asOf, account);
    List<OpenAmount> items = new ArrayList<>();
    Money credit = Money.ZERO;
    for (Group group : groups) {
      OpenAmount item = group.item();
      if (item != null) {
        items.add(item);
      }
      credit = credit.plus(group.credit());
    }
    Group any = groups.getFirst();
    return new Open(any.sequence(), any.hash(), items, credit);
  }

  private static Group group(ResultSet row) throws SQLException {
    long sequence = row.getLong("last_sequence");
    String hash = row.getString("last_hash");
    return switch (row.getString("kind")) {
      case null -> new Group(sequence, hash, null, Money.ZERO);
      case "credit" -> new Group(sequence, hash, null, Money.ofCents(-row.getLong("amount")));
      default ->
          new Group(
              sequence,
              hash,
              new OpenAmount(
                  Sql.date(row, "open_day"),
                  Sql.money(row, "amount"),
                  Sql.money(row, "disputed"),
                  row.getLong("invoices")),
              Money.ZERO);
    };
  }
}
