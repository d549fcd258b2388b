package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.TestDatabase;

/**
 * Nothing is begun while an endpoint is paused, so what succeeds during the pause was begun before,
 * and says nothing against what the receiver asked for.
 */
class PauseTest {

  private static final Duration ASKED = Duration.ofMinutes(30);

  /** Two deliveries that are under way at once. */
  private static ClaimedScene scene(TestDatabase kind) {
    return new ClaimedScene(kind, 2, 2);
  }

  private static Outbox.Attempted delivered(ClaimedScene scene, int which, int millis) {
    return ClaimedScene.delivered(scene.claimed.get(which), scene.began, millis);
  }

  private static JsonNode pausedUntil(ClaimedScene scene) {
    return scene.webhooks.get(scene.made).get("pausedUntil");
  }

  /** Paused for as long as the receiver asked at {@code millis}, and no longer. */
  private static void isPausedSince(ClaimedScene scene, int millis) {
    Instant end = scene.began.plusMillis(millis).plus(ASKED);
    assertThat(Instant.parse(pausedUntil(scene).asText())).isEqualTo(end);
    assertThat(scene.outbox.work(end.minusMillis(1))).isEmpty();
    assertThat(scene.outbox.work(end)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_success_that_was_begun_before_and_is_recorded_with_the_refusal_ends_no_pause(
      TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED), delivered(scene, 1, 12)));
      isPausedSince(scene, 10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_success_that_was_begun_before_and_is_recorded_after_the_refusal_ends_no_pause(
      TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED)));
      scene.outbox.record(List.of(delivered(scene, 1, 8)));
      isPausedSince(scene, 10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_refusals_the_one_that_asks_for_longer_holds(TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      Duration shorter = Duration.ofSeconds(10);
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED), scene.refused(1, 12, shorter)));
      isPausedSince(scene, 10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_claimed_before_does_not_stand_until_the_pause_is_over(TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED)));
      List<Outbox.Claimed> other = List.of(scene.claimed.getLast());
      Instant end = scene.began.plusMillis(10).plus(ASKED);
      assertThat(scene.outbox.stand(other, end.minusMillis(1))).containsExactly(false);
      assertThat(scene.outbox.stand(other, end)).containsExactly(true);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_due_is_not_claimed_until_the_pause_is_over(TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED)));
      Instant end = scene.began.plusMillis(10).plus(ASKED);
      assertThat(scene.claim(end.minusMillis(1), 2)).isEmpty();
      assertThat(scene.claim(end, 2)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_pause_that_is_over_is_not_shown_after_the_next_success(TestDatabase kind) {
    try (ClaimedScene scene = scene(kind)) {
      Duration second = Duration.ofSeconds(1);
      scene.outbox.record(List.of(scene.refused(0, 10, second), delivered(scene, 1, 12)));
      Instant later = scene.began.plusSeconds(6);
      Outbox.Claimed again = scene.claim(later, 2).getFirst();
      scene.outbox.record(List.of(ClaimedScene.delivered(again, later, 5)));
      assertThat(pausedUntil(scene).isNull()).isTrue();
    }
  }
}
