package tradecredit.http;

import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthResult;
import io.swagger.v3.oas.annotations.Hidden;
import org.reactivestreams.Publisher;
import tradecredit.access.Public;

/**
 * Whether the service can serve, on the port that it serves on: up or down and no more, for whoever
 * balances load. The management port says the same to the operator's own network.
 */
@Hidden
@Controller("/health")
class HealthController {

  private final HealthEndpoint health;

  HealthController(HealthEndpoint health) {
    this.health = health;
  }

  @Public
  @Get
  @SingleResult
  Publisher<HealthResult> getHealth() {
    return health.getHealth(null);
  }
}
