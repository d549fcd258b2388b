package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import tradecredit.webhook.Backlog;

/**
 * What an endpoint has not been told.
 *
 * @param unread events of its accounts that were not sent round to it yet, whether it wants them or
 *     not
 * @param waiting deliveries that wait for the first attempt since they were made, or begun anew by
 *     a recovery or redelivery
 * @param failing deliveries of which an attempt has failed since then, and that wait for another
 * @param givenUp deliveries whose schedule is exhausted, or that their endpoint wanted no more
 *     before that; those that were swept since included, and events that were given up without a
 *     delivery
 */
@Schema(name = "WebhookBacklog")
@Serdeable
public record WebhookBacklogBody(long unread, long waiting, long failing, long givenUp) {

  static WebhookBacklogBody of(Backlog backlog) {
    return new WebhookBacklogBody(
        backlog.unread(), backlog.waiting(), backlog.failing(), backlog.givenUp());
  }
}
