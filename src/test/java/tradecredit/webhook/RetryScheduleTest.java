package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an attempt is made again. */
class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-20T17:58:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)));

  private static Attempt attempt(@Nullable Integer status, @Nullable Duration retryAfter) {
    return new Attempt(NOW, Duration.ofMillis(500), status, Failure.REFUSED, retryAfter);
  }

  @Test
  void each_wait_is_within_a_fifth_of_its_delay_and_they_differ() {
    SplittableRandom random = new SplittableRandom(1);
    List<Long> waits =
        random
            .longs(1_000)
            .map(any -> SCHEDULE.after(2, random).orElseThrow().toMillis())
            .boxed()
            .toList();
    assertThat(waits).allMatch(wait -> wait >= 240_000 && wait <= 360_000);
    assertThat(waits).anyMatch(wait -> wait < 250_000).anyMatch(wait -> wait > 350_000);
  }

  @Test
  void before_the_first_attempt_all_wait_alike_so_that_they_stay_in_order() {
    assertThat(SCHEDULE.beforeFirst()).isZero();
    assertThat(new RetrySchedule(List.of(HOUR)).beforeFirst()).isEqualTo(HOUR);
  }

  @Test
  void after_the_last_there_is_none() {
    assertThat(SCHEDULE.after(3, new SplittableRandom(1))).isEmpty();
    assertThatThrownBy(() -> SCHEDULE.after(0, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetrySchedule(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofSeconds(-1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_failure_waits_and_the_last_one_is_given_up() {
    SplittableRandom random = new SplittableRandom(1);
    Delivery.Step first = Delivery.Step.after(attempt(500, null), 1, SCHEDULE, random);
    assertThat(first.state()).isEqualTo(Delivery.State.WAITING);
    assertThat(first.at()).isBetween(NOW.plusMillis(4_500), NOW.plusMillis(6_500));
    Delivery.Step last = Delivery.Step.after(attempt(null, null), 3, SCHEDULE, random);
    assertThat(last).isEqualTo(new Delivery.Step(Delivery.State.GIVEN_UP, NOW.plusMillis(500)));
    Attempt success = new Attempt(NOW, Duration.ofMillis(500), 204, null, null);
    assertThat(Delivery.Step.after(success, 3, SCHEDULE, random).state())
        .isEqualTo(Delivery.State.DELIVERED);
  }

  @Test
  void a_retry_after_lengthens_the_wait_and_never_shortens_it() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Delivery.Step.after(attempt(429, Duration.ofMinutes(10)), 1, SCHEDULE, random).at())
        .isEqualTo(NOW.plusMillis(500).plus(Duration.ofMinutes(10)));
    assertThat(Delivery.Step.after(attempt(503, Duration.ofSeconds(1)), 2, SCHEDULE, random).at())
        .isAfter(NOW.plus(Duration.ofMinutes(4)));
  }

  @Test
  void retry_after_is_read_as_seconds_and_as_a_date_within_its_limit() {
    assertThat(RetryAfter.read("120", NOW, HOUR)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.read(" 120 ", NOW, HOUR)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.read("999999999", NOW, HOUR)).contains(HOUR);
    assertThat(RetryAfter.read("Fri, 20 Nov 2026 17:59:30 GMT", NOW, HOUR))
        .contains(Duration.ofSeconds(90));
    assertThat(RetryAfter.read("Fri, 20 Nov 2099 17:59:30 GMT", NOW, HOUR)).contains(HOUR);
    for (String none :
        List.of("", "0", "0000000000", "-5", "soon", "1.5", "Fri, 20 Nov 2026 17:00:00 GMT")) {
      assertThat(RetryAfter.read(none, NOW, HOUR)).as(none).isEmpty();
    }
  }

  @Test
  void however_many_digits_a_retry_after_has_it_is_kept_to_as_far_as_its_limit() {
    for (String digits : List.of("9999999999", "99999999999", "9".repeat(200))) {
      assertThat(RetryAfter.read(digits, NOW, HOUR)).as(digits).contains(HOUR);
    }
    assertThat(RetryAfter.read("0000000120", NOW, HOUR)).contains(Duration.ofMinutes(2));
  }

  @Test
  void a_retry_after_is_a_date_in_each_form_that_http_has_for_dates() {
    for (String date :
        List.of(
            "Fri, 20 Nov 2026 17:59:30 GMT",
            "Friday, 20-Nov-26 17:59:30 GMT",
            "Fri Nov 20 17:59:30 2026")) {
      assertThat(RetryAfter.read(date, NOW, HOUR)).as(date).contains(Duration.ofSeconds(90));
    }
    Instant early = Instant.parse("2026-09-06T08:49:00Z");
    assertThat(RetryAfter.read("Sun Sep  6 08:49:37 2026", early, HOUR))
        .contains(Duration.ofSeconds(37));
    assertThat(RetryAfter.read("Saturday, 06-Nov-76 08:49:37 GMT", NOW, HOUR)).isEmpty();
    assertThat(RetryAfter.read("Friday, 06-Nov-76 08:49:37 GMT", NOW, HOUR)).contains(HOUR);
    assertThat(RetryAfter.read("Sunday, 06-Nov-94 08:49:37 GMT", NOW, HOUR)).isEmpty();
    assertThat(RetryAfter.read("Sun Nov  6 08:49:37 1994", NOW, HOUR)).isEmpty();
  }
}
