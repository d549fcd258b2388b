package tradecredit.http.wire;

import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthResult;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import tradecredit.access.Public;

/**
 * Whether the service can serve, on the port that it serves on: up or down and no more, for whoever
 * balances load. The management port says the same to the operator's own network.
 *
 * <p>A look takes a connection to the database, and anybody may ask: so there is one look at a
 * time, shared by all who ask meanwhile, and its result is answered for a second.
 */
@Hidden
@Controller("/health")
class HealthController {

  private static final Duration TOLD_FOR = Duration.ofSeconds(1);

  private final Mono<HealthResult> health;

  HealthController(HealthEndpoint health) {
    this.health = Mono.defer(() -> Mono.from(health.getHealth(null))).cache(TOLD_FOR);
  }

  @Public
  @Get
  @SingleResult
  Publisher<HealthResult> getHealth() {
    return health;
  }
}
