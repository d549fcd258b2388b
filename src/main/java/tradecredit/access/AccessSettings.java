package tradecredit.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * The bounds of access.
 *
 * @param firstKeys whether keys are made and written to files where there is none
 * @param keyFolder where to
 * @param keysPerParty how many keys in use a party may have
 * @param waitingChecks how many callers may wait to be known, and how many polls for a reading that
 *     they share; one more is answered 503
 * @param gather the longest that a look-up of keys or balances waits for callers to share it. It
 *     waits if several shared the one before, until most of those who were around ask again. After
 *     a single caller it waits for nobody
 * @param trust how long a posting is let in by a key that was proved before; it is decided once the
 *     key is proved anew, in its own transaction
 * @param requests how many requests a principal may make at once, and again in each {@code period}
 * @param period see {@code requests}
 * @param deniedAttempts how many denied attempts of each party's principals are recorded one by one
 *     in each {@code deniedPeriod}; of more, their number is recorded
 * @param anonymousAttempts the same of all who did not prove who they are
 * @param deniedPeriod see {@code deniedAttempts}
 */
@ConfigurationProperties("tradecredit.access")
public record AccessSettings(
    @Bindable(defaultValue = "true") boolean firstKeys,
    @Bindable(defaultValue = "data/keys") String keyFolder,
    @Bindable(defaultValue = "1000") int keysPerParty,
    @Bindable(defaultValue = "20000") int waitingChecks,
    @Bindable(defaultValue = "1ms") Duration gather,
    @Bindable(defaultValue = "1m") Duration trust,
    @Bindable(defaultValue = "600000") int requests,
    @Bindable(defaultValue = "1m") Duration period,
    @Bindable(defaultValue = "600") int deniedAttempts,
    @Bindable(defaultValue = "60") int anonymousAttempts,
    @Bindable(defaultValue = "1m") Duration deniedPeriod) {

  private static final Bounds BOUNDS = new Bounds("tradecredit.access");

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if {@code gather} is below zero, or another is not above it
   */
  public AccessSettings {
    BOUNDS.positive("keys-per-party", keysPerParty);
    BOUNDS.positive("waiting-checks", waitingChecks);
    BOUNDS.notNegative("gather", gather);
    BOUNDS.positive("trust", trust);
    BOUNDS.positive("requests", requests);
    BOUNDS.positive("period", period);
    BOUNDS.positive("denied-attempts", deniedAttempts);
    BOUNDS.positive("anonymous-attempts", anonymousAttempts);
    BOUNDS.positive("denied-period", deniedPeriod);
  }

  /** How callers wait who share a look-up. */
  public SharedReads.WaitingBounds shared() {
    return new SharedReads.WaitingBounds(waitingChecks, gather);
  }
}
