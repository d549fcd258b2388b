package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Anybody may ask for the health, which costs one look at a time, and soon tells what changed. */
class HealthTest extends FrontDoorRig {

  private static final int CROWD = 20;

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicReference<HealthStatus> status = new AtomicReference<>(HealthStatus.UP);
  private final CompletableFuture<Boolean> goOn = new CompletableFuture<>();

  /** Counts looks; the first ones wait until they may go on. */
  private HealthIndicator watched() {
    return () ->
        Mono.defer(
            () -> {
              looks.incrementAndGet();
              return Mono.fromFuture(goOn)
                  .map(on -> HealthResult.builder("watched", status.get()).build());
            });
  }

  private Service service() {
    return Service.on(
        TestDatabase.H2.fresh(),
        Map.of(),
        counter(),
        RuntimeBeanDefinition.builder(HealthIndicator.class, this::watched)
            .singleton(true)
            .build());
  }

  @Test
  void a_crowd_costs_one_look_at_a_time() throws IOException {
    List<RawHttp> crowd = new ArrayList<>();
    try (Service service = service()) {
      for (int one = 0; one < CROWD; one++) {
        RawHttp raw = new RawHttp(service.client().base());
        crowd.add(raw.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
      }
      Awaiting.until("all of them ask", () -> routed.get() == CROWD && looks.get() > 0);
      assertThat(looks).hasValue(1);
      goOn.complete(true);
      for (RawHttp raw : crowd) {
        assertThat(raw.receiveAll()).startsWith("HTTP/1.1 200 ").contains("\"UP\"");
      }
    }
  }

  @Test
  void what_changes_is_told_soon() {
    goOn.complete(true);
    try (Service service = service()) {
      Client anybody = service.client().with(null);
      for (HealthStatus next : List.of(HealthStatus.UP, HealthStatus.DOWN, HealthStatus.UP)) {
        status.set(next);
        int code = next.equals(HealthStatus.UP) ? 200 : 503;
        Awaiting.until(next + " is told", () -> anybody.get("/health").status() == code);
      }
    }
  }
}
