package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.agreement.PartyId;

/** The room that bodies and answers have together, and what one side may take of it. */
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

  @Test
  void an_answer_that_takes_more_than_its_room_leaves_none_to_its_side_and_no_less_to_others() {
    BodyRoom room = new BodyRoom(100, 50, 1);
    assertThat(room.take(ONE, 10)).isTrue();
    HeldRoom large = new HeldRoom(room, ONE, 10);
    large.becomes(70);
    assertThat(room.take(ONE, 0)).as("in debt").isFalse();
    assertThat(room.take(OTHER, 50)).isTrue();
    large.giveBack();
    assertThat(room.take(ONE, 51)).isFalse();
    assertThat(room.take(ONE, 50)).as("all of its part").isTrue();
  }

  @Test
  void an_answer_that_takes_less_than_its_room_gives_the_rest_back() {
    BodyRoom room = new BodyRoom(100, 50, 1);
    assertThat(room.take(ONE, 50)).isTrue();
    HeldRoom small = new HeldRoom(room, ONE, 50);
    small.becomes(20);
    assertThat(room.take(ONE, 31)).isFalse();
    assertThat(room.take(ONE, 30)).isTrue();
    small.giveBack();
    assertThat(room.take(ONE, 20)).isTrue();
    assertThat(room.take(ONE, 1)).isFalse();
  }
}
