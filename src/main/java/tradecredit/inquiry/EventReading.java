package tradecredit.inquiry;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.LedgerEvent;

/**
 * An event as it is told: to who reads the feed and to whom it is delivered, the same.
 *
 * @param sequence 1, 2, 3 ... per account, without gaps
 * @param type its dotted type
 * @param timestamp when it was recorded
 * @param data what happened, by name: texts, whole numbers, truth values, and lists and maps of
 *     them; amounts are texts
 */
public record EventReading(
    long sequence, LedgerEvent.Type type, Instant timestamp, Map<String, @Nullable Object> data) {

  /** Keeps the data in its order. */
  public EventReading {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
