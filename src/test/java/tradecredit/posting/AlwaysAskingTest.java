package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.AsLeftRig.assertPosted;
import static tradecredit.posting.LaneRig.sleep;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.TestDatabase;

/** A lane that asks how its account was left, though nobody but itself has posted to it. */
class AlwaysAskingTest {

  @ParameterizedTest
  @ValueSource(strings = {"0s", "50ms"})
  void who_comes_later_than_is_configured_asks(String asLeft) throws Exception {
    try (AsLeftRig rig = AsLeftRig.on(TestDatabase.POSTGRES.fresh(), asLeft)) {
      rig.openWith("A-1");
      sleep(Duration.ofMillis(60));
      assertPosted(rig.post("A-2"), 2);
      assertThat(rig.ways()).containsExactly("asked");
    }
  }

  @Test
  void a_lane_of_h2_always_asks() throws Exception {
    try (AsLeftRig rig = AsLeftRig.patient(TestDatabase.H2.fresh())) {
      rig.openWith("A-1");
      assertPosted(rig.post("A-2"), 2);
      assertThat(rig.ways()).containsExactly("asked");
    }
  }
}
