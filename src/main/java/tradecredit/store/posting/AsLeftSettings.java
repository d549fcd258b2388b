package tradecredit.store.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * For how long after it was last read a head may be remembered, and a batch be written on it
 * instead of on one that is read anew.
 *
 * @param asLeft so long after the last reading of the database's clock; zero: every head is read
 *     anew. No answer is staler for it: the statement that writes compares the head and the clock,
 *     and writes nothing if they differ
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
