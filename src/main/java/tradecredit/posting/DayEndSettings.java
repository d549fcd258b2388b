package tradecredit.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * When days are ended that nobody posts on.
 *
 * @param dayEndInterval how often such days are looked for
 */
@Context
@ConfigurationProperties("tradecredit.posting")
record DayEndSettings(@Bindable(defaultValue = "1m") Duration dayEndInterval) {

  /** Refuses an interval of nothing. */
  DayEndSettings {
    new Bounds("tradecredit.posting").positive("day-end-interval", dayEndInterval);
  }
}
