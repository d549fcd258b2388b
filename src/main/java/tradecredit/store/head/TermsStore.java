package tradecredit.store.head;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.Terms;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.TermsHistory;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Discount;
import tradecredit.store.sql.Sql;

/**
 * The terms of the accounts, remembered per version: versions never change, and each account's head
 * says which is its last and when that was recorded, so what is remembered is never stale. The
 * number alone would not do: a database that comes back without its last transactions may bring
 * other terms under the same one.
 */
@Singleton
public final class TermsStore {

  private static final String VERSIONS =
      """
      SELECT version, effective_date, credit_limit, net_days, requires_good_standing, thresholds, sets_credit_limit,
        sets_net_days, sets_discounts, sets_thresholds
      FROM terms WHERE account_id = ? AND version <= ? ORDER BY version""";

  private static final String DISCOUNTS =
      "SELECT version, product_id, discount FROM terms_discount WHERE account_id = ? AND version <= ?";

  private final Map<AccountId, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(TermsHistory terms, Instant lastAgreedAt) {

    boolean isOf(HeadTable.Head head) {
      return terms.lastVersion() == head.termsVersion()
          && lastAgreedAt.equals(head.termsAgreedAt());
    }
  }

  /** All versions up to the last of a head that was read. */
  public TermsHistory history(Connection connection, HeadTable.Head head) throws SQLException {
    AccountId account = head.position().account();
    Remembered known = remembered.get(account);
    if (known != null && known.isOf(head)) {
      return known.terms();
    }
    TermsHistory loaded = load(connection, account, head.termsVersion());
    Instant agreedAt = head.termsAgreedAt();
    if (agreedAt != null) {
      remembered.put(account, new Remembered(loaded, agreedAt));
    }
    return loaded;
  }

  /** All versions up to one, read anew: what is remembered is neither used nor changed. */
  public static TermsHistory load(Connection connection, AccountId account, int lastVersion)
      throws SQLException {
    Map<Integer, Map<ProductId, Discount>> discounts = new HashMap<>();
    Sql.list(
        connection,
        DISCOUNTS,
        row ->
            discounts
                .computeIfAbsent(row.getInt("version"), version -> new HashMap<>())
                .put(
                    new ProductId(row.getString("product_id")),
                    new Discount(row.getInt("discount"))),
        account.value(),
        lastVersion);
    List<TermsVersion> versions = new ArrayList<>();
    for (Row row : Sql.list(connection, VERSIONS, Row::read, account.value(), lastVersion)) {
      versions.add(row.with(discounts.getOrDefault(row.version(), Map.of())));
    }
    return new TermsHistory(versions);
  }

  private record Row(int version, LocalDate effectiveDate, Terms terms, Set<Part> sets) {

    static Row read(ResultSet row) throws SQLException {
      Terms terms =
          new Terms(
              Sql.money(row, "credit_limit"),
              row.getInt("net_days"),
              Map.of(),
              row.getBoolean("requires_good_standing"),
              TermsTexts.thresholdsOf(row.getString("thresholds")));
      Set<Part> sets = EnumSet.noneOf(Part.class);
      for (Part part : Part.values()) {
        if (row.getBoolean(part.column)) {
          sets.add(part);
        }
      }
      return new Row(row.getInt("version"), Sql.date(row, "effective_date"), terms, sets);
    }

    TermsVersion with(Map<ProductId, Discount> discounts) {
      Terms whole =
          new Terms(
              terms.creditLimit(),
              terms.netDays(),
              discounts,
              terms.requiresGoodStanding(),
              terms.thresholds());
      return new TermsVersion(version, effectiveDate, whole, sets.isEmpty() ? null : change(whole));
    }

    private TermsChange change(Terms whole) {
      return new TermsChange(
          sets.contains(Part.CREDIT_LIMIT) ? whole.creditLimit() : null,
          sets.contains(Part.NET_DAYS) ? whole.netDays() : null,
          sets.contains(Part.DISCOUNTS) ? whole.discounts() : null,
          sets.contains(Part.THRESHOLDS) ? whole.thresholds() : null);
    }
  }

  /** What a version can set itself; what it does not, it has from the one in force before it. */
  private enum Part {
    CREDIT_LIMIT("sets_credit_limit"),
    NET_DAYS("sets_net_days"),
    DISCOUNTS("sets_discounts"),
    THRESHOLDS("sets_thresholds");

    private final String column;

    Part(String column) {
      this.column = column;
    }
  }
}
