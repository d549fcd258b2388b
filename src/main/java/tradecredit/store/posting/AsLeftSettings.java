package tradecredit.store.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * How long it is gone by how an account was left.
 *
 * @param asLeft how long after the last reading of the database's clock a batch may be written
 *     without asking; zero: it always asks. What is told with it is never older: the clock and all
 *     else is compared when it is written
 */
@ConfigurationProperties("tradecredit.posting")
record AsLeftSettings(@Bindable(defaultValue = "1s") Duration asLeft) {

  /**
   * Holds the bound.
   *
   * @throws IllegalArgumentException if it is below zero
   */
  AsLeftSettings {
    new Bounds("tradecredit.posting").notNegative("as-left", asLeft);
  }
}
