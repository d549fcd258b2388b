package tradecredit.store.head;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    return new TermsHistory(
        Sql.list(
            connection,
            VERSIONS,
            row -> version(row, discounts.getOrDefault(row.getInt("version"), Map.of())),
            account.value(),
            lastVersion));
  }

  private static TermsVersion version(ResultSet row, Map<ProductId, Discount> discounts)
      throws SQLException {
    Terms terms =
        new Terms(
            Sql.money(row, "credit_limit"),
            row.getInt("net_days"),
            discounts,
            row.getBoolean("requires_good_standing"),
            TermsTexts.thresholdsOf(row.getString("thresholds")));
    return new TermsVersion(
        row.getInt("version"), Sql.date(row, "effective_date"), terms, change(row, terms));
  }

  /** What a version sets itself; the rest it has from the one in force before it. */
  private static @Nullable TermsChange change(ResultSet row, Terms terms) throws SQLException {
    boolean creditLimit = row.getBoolean("sets_credit_limit");
    boolean netDays = row.getBoolean("sets_net_days");
    boolean discounts = row.getBoolean("sets_discounts");
    boolean thresholds = row.getBoolean("sets_thresholds");
    return creditLimit || netDays || discounts || thresholds
        ? new TermsChange(
            creditLimit ? terms.creditLimit() : null,
            netDays ? terms.netDays() : null,
            discounts ? terms.discounts() : null,
            thresholds ? terms.thresholds() : null)
        : null;
  }
}
