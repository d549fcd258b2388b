package tradecredit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.platform.WireNames;

/**
 * One message for one endpoint.
 *
 * @param number names it within the book; pages go on after it
 * @param endpoint for whom
 * @param messageId its {@code webhook-id}
 * @param account of which account the event is; null for a test
 * @param sequence its number on the account; null for a test
 * @param type its dotted type
 * @param eventAt when it happened
 * @param state where it stands
 * @param attempts how many attempts were made
 * @param nextAttemptAt when the next is due; null where none is
 * @param finishedAt when it was delivered or given up; null while it waits
 * @param last what came of the last attempt; null where none was made
 */
public record Delivery(
    long number,
    EndpointId endpoint,
    String messageId,
    @Nullable AccountId account,
    @Nullable Long sequence,
    String type,
    Instant eventAt,
    State state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant finishedAt,
    @Nullable Attempt last) {

  /** Where a delivery stands. */
  public enum State {
    /** It is still to be sent, for the first time or again. */
    WAITING("waiting"),
    /** The receiver has it. */
    DELIVERED("delivered"),
    /**
     * The schedule is exhausted, or its endpoint wanted it no more before that. It can be sent anew
     * by hand.
     */
    GIVEN_UP("givenUp");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API and in the tables. */
    public String wireName() {
      return wireName;
    }

    /**
     * Reads {@link #wireName()}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static State of(String wireName) {
      return WireNames.find(values(), State::wireName, wireName)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "a delivery is one of " + List.of("waiting", "delivered", "givenUp")));
    }
  }

  /**
   * Where a delivery stands after an attempt.
   *
   * @param state where
   * @param at when the next attempt is due, or when it was finished
   */
  public record Step(State state, Instant at) {

    /**
     * The step that follows from {@code attempt}.
     *
     * @param tries how many attempts of this run of the schedule were made, this one included
     */
    public static Step after(
        Attempt attempt, int tries, RetrySchedule schedule, RandomGenerator random) {
      Instant end = attempt.endedAt();
      if (attempt.isSuccess()) {
        return new Step(State.DELIVERED, end);
      }
      Optional<Instant> next = schedule.after(tries, random).map(end::plus);
      if (next.isEmpty()) {
        return new Step(State.GIVEN_UP, end);
      }
      Instant asked = attempt.retryAfter() == null ? end : end.plus(attempt.retryAfter());
      return new Step(State.WAITING, asked.isAfter(next.get()) ? asked : next.get());
    }
  }
}
