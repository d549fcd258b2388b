package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import tradecredit.webhook.Backlog;

/**
 * What an endpoint has not been told.
 *
 * @param unread events of its accounts that were not sent round to it yet, whether it wants them or
 *     not
 * @param waiting deliveries that wait for their first attempt
 * @param failing deliveries that wait for another attempt
 * @param givenUp deliveries whose schedule is exhausted, those that were swept since included
 */
@Schema(name = "WebhookBacklog")
@Serdeable
public record WebhookBacklogBody(long unread, long waiting, long failing, long givenUp) {

  static WebhookBacklogBody of(Backlog backlog) {
    return new WebhookBacklogBody(
        backlog.unread(), backlog.waiting(), backlog.failing(), backlog.givenUp());
  }
}
