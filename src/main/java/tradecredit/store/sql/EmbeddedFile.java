package tradecredit.store.sql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * How the embedded book's file is written, and kept from growing. PostgreSQL looks after its own.
 *
 * @param compactionInterval how often it is compacted by a step, if the book was written meanwhile
 * @param compactionBytes how much of what is still in use a step takes out of parts of the file; a
 *     part that holds more than that is left until it holds less
 * @param writeTimeout how long one transaction that writes waits for others
 */
@Context
@ConfigurationProperties("tradecredit.embedded-file")
record EmbeddedFile(
    @Bindable(defaultValue = "500ms") Duration compactionInterval,
    @Bindable(defaultValue = "1048576") int compactionBytes,
    @Bindable(defaultValue = "10s") Duration writeTimeout) {

  /** What a part of the file holds at most of a single posting: a smaller step would move none. */
  private static final int LEAST_BYTES = 65_536;

  /** Refuses an interval of nothing, and a step too small to do anything. */
  EmbeddedFile {
    Bounds bounds = new Bounds("tradecredit.embedded-file");
    bounds.positive("compaction-interval", compactionInterval);
    bounds.positive("write-timeout", writeTimeout);
    if (compactionBytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "tradecredit.embedded-file.compaction-bytes must be at least %d, not %d"
              .formatted(LEAST_BYTES, compactionBytes));
    }
  }
}
