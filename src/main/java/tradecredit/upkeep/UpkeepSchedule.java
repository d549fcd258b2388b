package tradecredit.upkeep;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules the upkeep, each by its own settings, once the server is up: a start that fails leaves
 * nothing at work.
 *
 * <p>Not by {@code @Scheduled}: what such an annotation says of a setting is one object for all of
 * Micronaut's contexts in a JVM, so of two services that start at the same moment one may get the
 * interval of the other, and an interval of nothing fails the start without a word.
 */
@Singleton
final class UpkeepSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepSchedule.class);

  private final List<Upkeep> upkeep;
  private final TaskScheduler scheduler;
  private final List<ScheduledFuture<?>> scheduled = new ArrayList<>();

  UpkeepSchedule(List<Upkeep> upkeep, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.upkeep = upkeep;
    this.scheduler = scheduler;
  }

  @EventListener
  void start(ServerStartupEvent up) {
    for (Upkeep each : upkeep) {
      scheduled.add(
          scheduler.scheduleWithFixedDelay(each.interval(), each.interval(), () -> run(each)));
    }
  }

  /** Whatever goes wrong once must not end the times that follow. */
  private static void run(Upkeep each) {
    try {
      each.run();
    } catch (RuntimeException | Error fault) {
      LOG.error("{} failed for an unforeseen reason", each.getClass().getSimpleName(), fault);
    }
  }

  @PreDestroy
  void stop() {
    scheduled.forEach(each -> each.cancel(false));
  }
}
