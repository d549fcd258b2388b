package tradecredit.http.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tradecredit.webhook.Attempt;
import tradecredit.webhook.Deliveries;
import tradecredit.webhook.Failure;

/**
 * An attempt. What the receiver wrote is not kept.
 *
 * @param number 1 for the first
 * @param startedAt when it began
 * @param latencyMillis how long it took, in milliseconds
 * @param status the status of the answer; null where there was none
 * @param failure why it was no success; null where it was one
 */
@Schema(name = "WebhookAttempt")
@Serdeable
public record WebhookAttemptBody(
    int number,
    Instant startedAt,
    long latencyMillis,
    @Nullable Integer status,
    @Nullable @WebhookSchemas.AttemptFailure String failure) {

  static WebhookAttemptBody of(Deliveries.Numbered numbered) {
    return of(numbered.number(), numbered.attempt());
  }

  static WebhookAttemptBody of(int number, Attempt attempt) {
    Failure failure = attempt.failure();
    return new WebhookAttemptBody(
        number,
        attempt.startedAt(),
        attempt.latency().toMillis(),
        attempt.status(),
        failure == null ? null : failure.wireName());
  }
}
