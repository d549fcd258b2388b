package tradecredit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;

/** The stored deliveries, as the desk reads and moves them. Every move leaves its audit record. */
public interface Deliveries {

  /** An attempt and its number, 1 for the first. */
  record Numbered(int number, Attempt attempt) {}

  /**
   * Deliveries to an endpoint in the order in which they were made.
   *
   * @param state only those that stand so; null for all
   * @param after only numbers after this one
   * @param most at most so many
   */
  List<Delivery> list(EndpointId endpoint, Delivery.@Nullable State state, long after, int most);

  /** The delivery of that message to that endpoint. */
  Optional<Delivery> get(EndpointId endpoint, String messageId);

  /** The attempts of a delivery after the number {@code after}, at most {@code most}. */
  List<Numbered> attempts(long delivery, int after, int most);

  /**
   * Lets a test wait for an endpoint.
   *
   * @return empty if too many tests of it wait already
   */
  Optional<Delivery> addTest(EndpointId endpoint, AuditEvent audit);

  /**
   * Begins a delivery anew, whatever it came to: it is due now.
   *
   * @return the delivery, or empty, without an audit record, if there is no such
   */
  Optional<Delivery> redeliver(EndpointId endpoint, String messageId, AuditEvent audit);

  /**
   * Begins anew what has failed and happened since then: given up, or waiting for another attempt.
   * In steps of a thousand, each with the audit record in one transaction: if one fails, those
   * before it are done and recorded, and to recover again does the rest.
   *
   * @return how many
   */
  long recover(EndpointId endpoint, Instant since, AuditEvent audit);
}
