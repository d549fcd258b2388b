package tradecredit.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Shows for how many endpoints something is to be sent, as the dispatcher last saw it. */
@Context
final class EndpointGauge {

  EndpointGauge(MeterRegistry registry, Dispatcher dispatcher) {
    Gauge.builder("tradecredit.webhook.endpoints.waiting", dispatcher, Dispatcher::waiting)
        .description("Endpoints for which something was due at this instance's last look")
        .register(registry);
  }
}
