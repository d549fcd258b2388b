package tradecredit.access;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import tradecredit.agreement.TradingAccount;

/**
 * Lets in whoever brings an API key that holds and may do what is asked, by the same checks as the
 * {@link Doorkeeper}, and says no more than that of whoever may not: they are to come again by the
 * Doorkeeper, who tells them why, and has it recorded.
 */
@Singleton
public final class ShortAdmission {

  private final KeyChecks keys;
  private final Gate gate;
  private final RateLimits rates;

  ShortAdmission(KeyChecks keys, Gate gate, RateLimits rates) {
    this.keys = keys;
    this.gate = gate;
    this.rates = rates;
  }

  /** The API key in the {@code Authorization} headers of a request; none where it is no such. */
  public static Optional<KeyText> key(List<String> authorizations) {
    return Credentials.bearer(authorizations).flatMap(KeyText::parse);
  }

  /**
   * Whether the owner of {@code key} may, by a look-up that begins after this call. Whoever may has
   * been counted as having asked.
   *
   * @param executor where the answer is told
   * @throws TurnedAwayException if too many wait to be known; the answer fails with one where it
   *     cannot be found out who calls
   */
  public CompletionStage<Boolean> admits(
      KeyText key, Permission wanted, TradingAccount account, Executor executor) {
    CompletableFuture<Optional<Principal>> check = keys.check(key);
    return check.handleAsync(
        (found, fault) -> {
          if (fault != null) {
            throw Credentials.turnedAway(fault);
          }
          return found.filter(principal -> mayNow(principal, wanted, account)).isPresent();
        },
        executor);
  }

  /**
   * The same had the key been proved just now and not a while ago (see {@link OnTrust}): enough to
   * say that there is no room, and for nothing else.
   */
  public boolean wouldAdmit(KeyText key, Permission wanted, TradingAccount account) {
    return keys.remembered(key).filter(principal -> mayNow(principal, wanted, account)).isPresent();
  }

  private boolean mayNow(Principal principal, Permission wanted, TradingAccount account) {
    return gate.judge(principal, wanted, account) instanceof Gate.Judgment.Allowed
        && !rates.count(principal).isPositive();
  }
}
