package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.SettableClock;

/** What a last look finds holds only as long as nothing has changed and there is time. */
class ClaimsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock();
  private final Bell bell = new Bell();

  /** Says by the number of the look whether a claim stands. */
  private static final class Looked extends QuietOutbox {
    private final IntPredicate stands;
    private int looks;

    Looked(IntPredicate stands) {
      this.stands = stands;
    }

    @Override
    public List<Boolean> stand(List<Claimed> claims, Instant now) {
      looks++;
      boolean found = stands.test(looks);
      return claims.stream().map(claim -> found).toList();
    }
  }

  /** Whether a claim that lasts for so long may be begun. */
  private boolean mayBegin(Outbox outbox, Duration lease) throws InterruptedException {
    Courier.Policy policy =
        new Courier.Policy(new RetrySchedule(List.of(Duration.ZERO)), TIMEOUT, 10, clock);
    return new Claims(outbox, policy, bell)
        .mayBegin(QuietOutbox.claimed(EndpointId.generate(), 1, clock.instant().plus(lease)));
  }

  @Test
  void what_was_found_while_an_endpoint_was_changed_is_looked_for_again()
      throws InterruptedException {
    Looked outbox =
        new Looked(
            look -> {
              if (look == 1) {
                bell.ringForChange();
              }
              return look == 1;
            });
    assertThat(mayBegin(outbox, TIMEOUT.multipliedBy(2))).isFalse();
    assertThat(outbox.looks).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,false", "1,true"})
  void a_lease_that_leaves_no_time_for_an_attempt_is_not_even_looked_for(
      int moreMillis, boolean begun) throws InterruptedException {
    Looked outbox = new Looked(look -> true);
    assertThat(mayBegin(outbox, TIMEOUT.plusMillis(moreMillis))).isEqualTo(begun);
    assertThat(outbox.looks).isEqualTo(begun ? 1 : 0);
  }

  @Test
  void a_look_that_takes_too_long_begins_nothing() throws InterruptedException {
    Looked outbox =
        new Looked(
            look -> {
              clock.advance(TIMEOUT);
              return true;
            });
    assertThat(mayBegin(outbox, TIMEOUT.plusSeconds(1))).isFalse();
    assertThat(outbox.looks).isOne();
  }
}
