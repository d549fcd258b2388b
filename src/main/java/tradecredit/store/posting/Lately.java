package tradecredit.store.posting;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tradecredit.agreement.AccountId;

/** Of which accounts something was found within the last second. */
final class Lately {

  private static final Duration FOR = Duration.ofSeconds(1);

  private final Map<AccountId, Long> found = new ConcurrentHashMap<>();

  void found(AccountId account) {
    found.put(account, System.nanoTime());
  }

  boolean wasFound(AccountId account) {
    Long last = found.get(account);
    return last != null && System.nanoTime() - last < FOR.toNanos();
  }
}
