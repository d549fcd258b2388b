package tradecredit.store.sql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * How the embedded book's file is kept from growing. PostgreSQL looks after its own.
 *
 * @param compactionInterval how often it is compacted by a step, if the book was written meanwhile
 * @param compactionBytes how much of what is still in use a step takes out of the parts of the file
 *     that are mostly gaps; commits wait while it does
 */
@Context
@ConfigurationProperties("tradecredit.embedded-file")
record EmbeddedFile(
    @Bindable(defaultValue = "500ms") Duration compactionInterval,
    @Bindable(defaultValue = "1048576") int compactionBytes) {

  /** Refuses an interval and a step of nothing. */
  EmbeddedFile {
    Bounds bounds = new Bounds("tradecredit.embedded-file");
    bounds.positive("compaction-interval", compactionInterval);
    bounds.positive("compaction-bytes", compactionBytes);
  }
}
