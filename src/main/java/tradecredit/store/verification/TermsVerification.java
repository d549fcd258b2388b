package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.TermsHistory;
import tradecredit.ledger.TermsVersion;
import tradecredit.store.head.TermsStore;
import tradecredit.store.sql.Sql;

/**
 * Proves an account's versions of terms: the first by the agreement, each later one by the approved
 * amendment that brought it. When the first was recorded stands nowhere else, so it is not proved.
 */
final class TermsVerification {

  private static final String RECORDED =
      "SELECT version, recorded_at FROM terms WHERE account_id = ?";

  private final List<TermsVersion> versions;
  private final Map<Integer, Instant> recordedAt = new HashMap<>();
  private int proved = 1;

  /** When the last ones were recorded, until a decision of that instant is found. */
  private @Nullable Instant awaited;

  TermsVerification(Connection connection, AccountId account) throws SQLException {
    versions = TermsStore.load(connection, account, Integer.MAX_VALUE).versions();
    Sql.list(
        connection,
        RECORDED,
        row -> recordedAt.put(row.getInt("version"), Sql.instant(row, "recorded_at")),
        account.value());
  }

  /** The terms that the account was opened with. */
  TermsHistory opening() {
    return new TermsHistory(versions.subList(0, 1));
  }

  /**
   * Holds the first version against the agreement's own terms.
   *
   * @throws BrokenBookException if it is another, or the agreement has no such account
   */
  void opened(AccountId account, Agreement agreement) {
    TradingAccount written =
        agreement
            .account(account)
            .orElseThrow(
                () ->
                    new BrokenBookException(
                        "agreement %s, which is to say on what terms it was opened, has no such account"
                            .formatted(agreement.id())));
    TermsVersion first = versions.getFirst();
    BrokenBookException.unless(
        first.terms().equals(written.terms())
            && first.effectiveDate().equals(agreement.effectiveDate())
            && first.change() == null,
        () ->
            "the first terms are recorded as %s; the agreement says %s from %s"
                .formatted(first, written.terms(), agreement.effectiveDate()));
  }

  /** Takes what an entry brought, which is recorded with it or with a decision of its batch. */
  void brought(List<TermsVersion> brought, Instant at) {
    for (TermsVersion version : brought) {
      BrokenBookException.unless(
          proved < versions.size(),
          () -> "version %d of the terms is missing".formatted(version.version()));
      BrokenBookException.unlessEqual("a version of the terms", versions.get(proved), version);
      Instant recorded = recordedAt.get(version.version());
      BrokenBookException.unless(
          recorded != null
              && !recorded.isBefore(at)
              && (awaited == null || awaited.equals(recorded)),
          () ->
              "version %d of the terms is recorded at %s; it was approved at %s"
                  .formatted(version.version(), String.valueOf(recorded), at));
      awaited = recorded;
      proved++;
    }
  }

  /** Takes the instant of the next decision. */
  void decided(Instant at) {
    if (awaited == null || at.isBefore(awaited)) {
      return;
    }
    BrokenBookException.unless(
        at.equals(awaited),
        () ->
            "version %d of the terms is recorded at %s, when nothing was decided"
                .formatted(proved, awaited));
    awaited = null;
  }

  /** Makes sure that all are proved, and that the head knows of all. */
  void end(int lastVersion) {
    BrokenBookException.unless(
        awaited == null && proved == versions.size(),
        () ->
            "%d of %d versions of the terms follow from the entries"
                .formatted(awaited == null ? proved : proved - 1, versions.size()));
    BrokenBookException.unlessEqual(
        "the last version of the terms", lastVersion, versions.getLast().version());
  }
}
