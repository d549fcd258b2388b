package tradecredit.http.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;

/**
 * Entity tags of balances (RFC 9110, section 8.8.3). A tag covers all that a balance depends on:
 * the sequence, the last entry's hash, the business date, the terms version and the query. Holds,
 * acknowledgements and every other act of the credit desk are entries: the sequence covers them.
 * The hash tells entries of the same sequence apart, of which a database that came back without its
 * last transactions has others than before.
 */
public final class BalanceTags {

  /** 64 bits of the hash: by chance no two histories of an account have them in common. */
  private static final int HASH_DIGITS = 16;

  private BalanceTags() {}

  static String of(
      AccountId account, AccountFigures figures, @Nullable String asOf, @Nullable String knownAt) {
    return "\"%s.%d.%s.%s.%d.%s%s\""
        .formatted(
            account,
            figures.sequence(),
            figures.hash().substring(0, HASH_DIGITS),
            figures.businessDate(),
            figures.termsVersion(),
            asOf == null ? "" : asOf,
            knownAt == null ? "" : "." + knownAt);
  }

  /** Whether an If-None-Match names {@code tag}, by weak comparison, or any. */
  public static boolean matches(List<String> ifNoneMatch, String tag) {
    for (String header : ifNoneMatch) {
      for (String each : header.split(",", -1)) {
        String one = each.strip();
        String strong = one.startsWith("W/") ? one.substring(2) : one;
        if (strong.equals("*") || strong.equals(tag)) {
          return true;
        }
      }
    }
    return false;
  }
}
