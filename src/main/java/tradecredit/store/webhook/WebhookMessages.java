package tradecredit.store.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.EventReading;
import tradecredit.store.record.EventQueries;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Message;

/** Events as messages: told as the feed tells them. */
record WebhookMessages(Map<String, Map<Long, EventReading>> events) {

  /** The events of those numbers, by account. */
  static WebhookMessages load(Connection connection, Map<String, List<Long>> wanted)
      throws SQLException {
    Map<String, Map<Long, EventReading>> events = new HashMap<>();
    for (Map.Entry<String, List<Long>> each : wanted.entrySet()) {
      EventQueries queries = new EventQueries(connection, new AccountId(each.getKey()));
      Map<Long, EventReading> found = new HashMap<>();
      queries.events(each.getValue()).forEach(event -> found.put(event.sequence(), event));
      events.put(each.getKey(), found);
    }
    return new WebhookMessages(events);
  }

  /** The event of that number, under that id. */
  Message of(String id, String account, long sequence) {
    EventReading event =
        Objects.requireNonNull(
            Objects.requireNonNull(events.get(account), account).get(sequence),
            "an event that is told");
    return new Message(id, event.type().wireName(), event.timestamp(), event.data());
  }

  /** A test. */
  static Message test(String id, Instant at, EndpointId endpoint) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("endpointId", endpoint.value());
    return new Message(id, Message.TEST, at, data);
  }
}
