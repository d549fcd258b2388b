package tradecredit.http.account;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Rendering;
import tradecredit.inquiry.AccountFigures;

/**
 * Balances as they are sent. Of each account the last one of today is kept, with the figures that
 * it tells: polls between two changes are answered with the same bytes.
 */
@Singleton
public final class BalanceAnswers {

  /** What a cache is told: to ask each time whether the balance has changed. */
  public static final String CACHING = "no-cache";

  private final Addressed addressed;
  private final Rendering rendering;
  private final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();

  BalanceAnswers(Addressed addressed, Rendering rendering) {
    this.addressed = addressed;
    this.rendering = rendering;
  }

  /**
   * A balance to be sent.
   *
   * @param tag its entity tag
   * @param body its JSON; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record TaggedBalance(String tag, byte[] body) {}

  private record Kept(AccountFigures figures, TaggedBalance answer) {}

  /** The balance of today. */
  public TaggedBalance now(AccountId account, AccountFigures figures) {
    Kept last = kept.get(account);
    if (last != null && last.figures().equals(figures)) {
      return last.answer();
    }
    TaggedBalance answer = of(account, figures, null, null);
    kept.put(account, new Kept(figures, answer));
    return answer;
  }

  /** A balance by the parameters with which it was asked for. */
  TaggedBalance of(
      AccountId account, AccountFigures figures, @Nullable String asOf, @Nullable String knownAt) {
    return new TaggedBalance(
        BalanceTags.of(account, figures, asOf, knownAt),
        rendering.bytes(BalanceBody.of(account, addressed.currency(), figures)));
  }
}
