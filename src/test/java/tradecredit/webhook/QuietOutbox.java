package tradecredit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tradecredit.agreement.PartyId;

/** An outbox in which nothing is to be told, and every claim stands. */
class QuietOutbox implements Outbox {

  /** A claim of a test for {@code endpoint}. */
  static Claimed claimed(EndpointId endpoint, long number) {
    return claimed(endpoint, number, Instant.now().plusSeconds(60));
  }

  /** The same until then. */
  static Claimed claimed(EndpointId endpoint, long number, Instant leasedUntil) {
    Instant now = Instant.now();
    Endpoint stored =
        new Endpoint(
            endpoint,
            new PartyId("kattosko"),
            new Endpoint.Subscription("http://127.0.0.1:9/", Set.of(), List.of(), null),
            Endpoint.State.ENABLED,
            null,
            now,
            new Endpoint.Sealed("", null, null),
            "somebody",
            now,
            new Endpoint.Health(null, null, null),
            1);
    Message message = new Message(Message.newTestId(), Message.TEST, now, Map.of());
    return new Claimed(number, stored, "lease", leasedUntil, 0, 0, message);
  }

  /** That it was delivered just now. */
  static Attempted delivered(Claimed claimed) {
    Instant now = Instant.now();
    return new Attempted(
        claimed,
        new Attempt(now, Duration.ofMillis(1), 200, null, null),
        new Delivery.Step(Delivery.State.DELIVERED, now));
  }

  @Override
  public List<Work> work(Instant now) {
    return List.of();
  }

  @Override
  public int fanOut(EndpointId endpoint, Instant firstAttempt, Predicate<Endpoint> taken) {
    return 0;
  }

  @Override
  public List<Claimed> claim(
      EndpointId endpoint, int most, Instant now, Instant until, Predicate<Endpoint> taken) {
    return List.of();
  }

  @Override
  public List<Boolean> stand(List<Claimed> claims, Instant now) {
    return claims.stream().map(claim -> true).toList();
  }

  @Override
  public void release(List<Claimed> claims) {}

  @Override
  public List<Disabled> record(List<Attempted> results) {
    return List.of();
  }
}
