package tradecredit.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Produces;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import tradecredit.access.Needs;
import tradecredit.access.Permission;

/**
 * All meters in Prometheus's text format, at {@code /prometheus} of the management port. They tell
 * how much each side posts and what it is refused, so they are for the operator's keys alone.
 */
@Endpoint(id = "prometheus")
class PrometheusEndpoint {

  /** The text format, version 0.0.4. */
  static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  PrometheusEndpoint(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /** All meters, as they stand. */
  @Read
  @Produces(TEXT)
  @Needs(Permission.READ_METRICS)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String scrape() {
    return registry.scrape(TEXT);
  }
}
