package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.EventReading;

/**
 * An event, as the feed and webhooks tell it.
 *
 * @param type its dotted type
 * @param timestamp when it was recorded
 * @param data what happened, by type; always {@code accountId}, {@code sequence} (1, 2, 3 ... per
 *     account, without gaps) and {@code businessDate}; amounts are decimal strings. Of a posting
 *     that was refused it tells, as the caller's problem does, why and what would cure it: at the
 *     limit {@code excess} and {@code remedies}, of the standing {@code reasons}, of a hold its
 *     {@code reason} and {@code since}; of an atomic batch how many {@code items} it had, how many
 *     of them were {@code refused}, the place of the {@code first} of these that breaks the limit,
 *     or of the first where none does, and as {@code cause} the {@code item} for whose sake it is
 *     told, with its {@code code} and what would be told of it by itself
 */
@Serdeable
@Schema(name = "Event")
public record EventBody(
    @ApiSchemas.EventType String type,
    Instant timestamp,
    @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        Map<String, @Nullable Object> data) {

  static EventBody of(EventReading event) {
    return new EventBody(event.type().wireName(), event.timestamp(), event.data());
  }
}
