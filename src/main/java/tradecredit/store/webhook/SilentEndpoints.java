package tradecredit.store.webhook;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.SealedSecrets;

/**
 * Tells the operator at the start which endpoints this instance cannot sign for, since the key of
 * their secrets is not here: what they would be told waits, for ever where no instance has it.
 */
@Context
final class SilentEndpoints {

  private static final Logger LOG = LoggerFactory.getLogger(SilentEndpoints.class);

  private static final String ENABLED =
      "SELECT %s FROM webhook_endpoint e WHERE e.state = 'enabled' ORDER BY e.id"
          .formatted(WebhookRows.ENDPOINT_COLUMNS);

  private final Transactions transactions;
  private final SealedSecrets secrets;

  SilentEndpoints(Transactions transactions, SealedSecrets secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  @PostConstruct
  void name() {
    transactions
        .withoutTransaction(
            connection ->
                Sql.list(connection, ENABLED, row -> WebhookRows.endpoint(row, List.of())))
        .forEach(this::name);
  }

  private void name(Endpoint endpoint) {
    secrets
        .whyClosed(endpoint)
        .ifPresent(
            why ->
                LOG.warn(
                    "Endpoint {} of {} is told nothing by this instance, which cannot sign: {}",
                    endpoint.id(),
                    endpoint.party(),
                    why));
  }
}
