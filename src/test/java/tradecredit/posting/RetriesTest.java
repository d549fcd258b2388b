package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.platform.UnavailableException;

/** How often, and after how long, an outage is met again. */
class RetriesTest {

  private final List<Integer> attempts = new ArrayList<>();

  @Test
  void each_delay_is_twice_the_one_before() {
    Retries retries =
        new Retries("It", LaneBounds.usual().tried(4, Duration.ofMillis(50)).settings());
    long begun = System.nanoTime();
    assertThatThrownBy(
            () ->
                retries.run(
                    retries.deadlineNanos(),
                    attempt -> {
                      attempts.add(attempt);
                      throw new UnavailableException("away " + attempt);
                    }))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("away 4");
    assertThat(attempts).containsExactly(1, 2, 3, 4);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .as("50, 100 and 200 ms")
        .isGreaterThanOrEqualTo(Duration.ofMillis(350));
  }

  @Test
  void what_succeeds_is_done_once_and_what_fails_after_the_deadline_not_again() throws Exception {
    Retries retries = new Retries("It", LaneBounds.usual().settings());
    assertThat(retries.<String>run(retries.deadlineNanos(), attempt -> "done " + attempt))
        .isEqualTo("done 1");
    assertThatThrownBy(
            () ->
                retries.run(
                    System.nanoTime(),
                    attempt -> {
                      attempts.add(attempt);
                      throw new UnavailableException("away");
                    }))
        .isInstanceOf(UnavailableException.class);
    assertThat(attempts).containsExactly(1);
  }
}
