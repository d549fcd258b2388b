package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.agreement.PartyId;

/** The room that bodies have together, and what one side may take of it. */
class BodyRoomTest {

  private static final PartyId ONE = new PartyId("one");
  private static final PartyId OTHER = new PartyId("other");

  @ParameterizedTest
  @CsvSource({"1000, 50, 10, 500", "1000, 50, 800, 800", "1000, 50, 2000, 1000", "1000, 1, 1, 10"})
  void a_side_has_its_part_and_no_less_than_one_body_may_have(
      long bytes, int percent, long body, long part) {
    BodyRoom room = new BodyRoom(bytes, percent, body);
    assertThat(room.take(ONE, part + 1)).isFalse();
    assertThat(room.take(ONE, part)).isTrue();
    assertThat(room.take(ONE, 1)).isFalse();
    assertThat(room.take(OTHER, Math.min(part, bytes - part))).isTrue();
  }

  @Test
  void what_is_given_back_can_be_taken_again_and_what_is_refused_takes_nothing() {
    BodyRoom room = new BodyRoom(100, 60, 1);
    assertThat(room.take(ONE, 60)).isTrue();
    assertThat(room.take(OTHER, 41)).as("more than is left of all").isFalse();
    assertThat(room.take(OTHER, 40)).isTrue();
    room.giveBack(ONE, 60);
    assertThat(room.take(OTHER, 20)).isTrue();
    assertThat(room.take(ONE, 40)).isTrue();
  }
}
