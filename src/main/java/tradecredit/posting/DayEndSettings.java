package tradecredit.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When days are ended that nobody posts on. It is checked before {@link DayEnd} is scheduled by it,
 * so that whoever wrote it is told the key.
 *
 * @param dayEndInterval how often it is looked for them
 */
@Context
@ConfigurationProperties("tradecredit.posting")
record DayEndSettings(@Bindable(defaultValue = "1m") Duration dayEndInterval) {

  /** Refuses an interval of nothing. */
  DayEndSettings {
    if (dayEndInterval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "tradecredit.posting.day-end-interval must be above zero, not " + dayEndInterval);
    }
  }
}
