package tradecredit.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.RuntimeBeanDefinition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is done again and again is done again, whatever became of it before. */
class UpkeepScheduleTest {

  /** Fails in every way, and then no more. */
  private static final class Failing implements Upkeep {

    private final AtomicInteger times = new AtomicInteger();

    @Override
    public Duration interval() {
      return Duration.ofMillis(20);
    }

    @Override
    public void run() {
      switch (times.incrementAndGet()) {
        case 1 -> throw new AssertionError("the first time");
        case 2 -> throw new IllegalStateException("the second time");
        default -> {}
      }
    }
  }

  @Test
  void what_goes_wrong_once_does_not_end_the_times_that_follow() {
    Failing failing = new Failing();
    RuntimeBeanDefinition<Upkeep> upkeep =
        RuntimeBeanDefinition.builder(Upkeep.class, () -> failing).singleton(true).build();
    try (Service service = Service.on(TestDatabase.H2.fresh(), Map.of(), upkeep)) {
      Awaiting.until("the fourth time", () -> failing.times.get() >= 4);
      assertThat(service.context().isRunning()).isTrue();
    }
  }
}
