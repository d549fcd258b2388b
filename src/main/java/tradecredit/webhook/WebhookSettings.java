package tradecredit.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tradecredit.settings.Bounds;

/**
 * The bounds of webhooks.
 *
 * @param allowedCidrs blocks of addresses that are open although they are not public, on any port
 * @param allowHttp whether {@code http} is taken, to loopback alone; for trying things out
 * @param retrySchedule how long to wait before each attempt
 * @param timeout how long an attempt may take, from the look-up of the name to the end of the
 *     answer
 * @param responseBytes so much of an answer's body is read, and thrown away
 * @param retryAfterLimit the longest that a receiver's {@code Retry-After} is kept to
 * @param rotationGrace how long messages are signed with the secret before, too
 * @param disableAfter an endpoint that fails for so long without one success is disabled
 * @param endpointsPerParty how many endpoints a party may have
 * @param testsWaiting how many tests of an endpoint may wait at once
 */
@ConfigurationProperties("tradecredit.webhooks")
public record WebhookSettings(
    @Bindable(defaultValue = "") List<String> allowedCidrs,
    @Bindable(defaultValue = "false") boolean allowHttp,
    @Bindable(defaultValue = "0s,5s,5m,30m,2h,5h,10h,14h,20h,24h") List<Duration> retrySchedule,
    @Bindable(defaultValue = "15s") Duration timeout,
    @Bindable(defaultValue = "16384") int responseBytes,
    @Bindable(defaultValue = "1h") Duration retryAfterLimit,
    @Bindable(defaultValue = "24h") Duration rotationGrace,
    @Bindable(defaultValue = "5d") Duration disableAfter,
    @Bindable(defaultValue = "20") int endpointsPerParty,
    @Bindable(defaultValue = "20") int testsWaiting) {

  private static final Bounds BOUNDS = new Bounds("tradecredit.webhooks");

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  public WebhookSettings {
    allowedCidrs = allowedCidrs.stream().filter(text -> !text.isBlank()).toList();
    retrySchedule = List.copyOf(retrySchedule);
    BOUNDS.positive("timeout", timeout);
    BOUNDS.positive("response-bytes", responseBytes);
    BOUNDS.positive("retry-after-limit", retryAfterLimit);
    BOUNDS.positive("rotation-grace", rotationGrace);
    BOUNDS.positive("disable-after", disableAfter);
    BOUNDS.positive("endpoints-per-party", endpointsPerParty);
    BOUNDS.positive("tests-waiting", testsWaiting);
  }

  /**
   * The schedule.
   *
   * @throws IllegalArgumentException if it is none
   */
  public RetrySchedule schedule() {
    return named("retry-schedule", () -> new RetrySchedule(retrySchedule));
  }

  /**
   * The rules on addresses.
   *
   * @throws IllegalArgumentException if an allowed block is none
   */
  public AddressRules addressRules() {
    List<Cidr> allowed = named("allowed-cidrs", () -> allowedCidrs.stream().map(Cidr::of).toList());
    return new AddressRules(allowed, allowHttp);
  }

  /** What is wrong is told with the key where it stands. */
  private static <T> T named(String key, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks.%s: %s".formatted(key, wrong.getMessage()), wrong);
    }
  }
}
