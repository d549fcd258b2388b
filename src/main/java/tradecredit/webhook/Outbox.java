package tradecredit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is to be told, in the database, as the dispatcher works it off. */
public interface Outbox {

  /**
   * An endpoint with something to do.
   *
   * @param id which
   * @param due whether a delivery to it can be claimed
   * @param behind whether an account has events that were not sent round to it
   * @param failing whether it fails at present
   */
  record Work(EndpointId id, boolean due, boolean behind, boolean failing) {}

  /**
   * A delivery that is claimed.
   *
   * @param number names it
   * @param endpoint to whom
   * @param lease proves the claim
   * @param leasedUntil when it ends
   * @param tries how many attempts of this run of the schedule were made
   * @param attempts how many were made in all
   * @param message what is told
   */
  record Claimed(
      long number,
      Endpoint endpoint,
      String lease,
      Instant leasedUntil,
      int tries,
      int attempts,
      Message message) {}

  /** What came of a claimed delivery. */
  record Attempted(Claimed claimed, Attempt attempt, Delivery.Step step) {}

  /** The enabled endpoints that have something to do, and are not paused, at {@code now}. */
  List<Work> work(Instant now);

  /**
   * Makes deliveries of the next events of an endpoint's accounts that it wants, as far as its
   * party is on them by the agreement in force: a bounded number of deliveries, of a bounded number
   * of events. Does nothing where another instance does just that, or where the endpoint is changed
   * meanwhile.
   *
   * @param firstAttempt when they are due
   * @param taken only if the endpoint, as it stands, is such
   * @return how many events it went over, wanted or not
   */
  int fanOut(EndpointId endpoint, Instant firstAttempt, Predicate<Endpoint> taken);

  /**
   * Claims deliveries that are due, oldest first, of accounts that the endpoint's party is on by
   * the agreement in force. Of an endpoint that fails it claims one.
   *
   * @param until when the claim ends
   * @param taken only if the endpoint, as it stands, is such
   */
  List<Claimed> claim(
      EndpointId endpoint, int most, Instant now, Instant until, Predicate<Endpoint> taken);

  /**
   * Whether each of those claims stands: its lease is held, and its endpoint is enabled, not paused
   * at {@code now}, and not changed since.
   */
  List<Boolean> stand(List<Claimed> claims, Instant now);

  /** Gives back claims that were not used. */
  void release(List<Claimed> claims);

  /**
   * Records what came of deliveries, and disables whoever is gone or has failed for too long, with
   * an audit record that its party sees, in one transaction. What the lease was lost of is left
   * out: whoever has it now records it. Of an endpoint that was changed since the claim, nothing
   * follows for the endpoint.
   *
   * @return the endpoints that it disabled
   */
  List<Disabled> record(List<Attempted> results);

  /** An endpoint that was disabled, and why. */
  record Disabled(EndpointId id, Endpoint.Reason reason) {}

  /** The claim's own delivery as text, for logs: no URL, no data. */
  static String nameOf(Claimed claimed, @Nullable Failure failure) {
    return "%s to %s: %s"
        .formatted(
            claimed.message().id(),
            claimed.endpoint().id(),
            failure == null ? "delivered" : failure.wireName());
  }
}
