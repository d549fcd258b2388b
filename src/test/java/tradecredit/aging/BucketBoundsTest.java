package tradecredit.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Buckets end on ascending whole days. */
class BucketBoundsTest {

  static Stream<List<Integer>> notAscendingOrOutOfRange() {
    return Stream.of(
        List.of(0),
        List.of(-1),
        List.of(30, 30),
        List.of(30, 29),
        List.of(1, 2, 2),
        List.of(36_501));
  }

  @ParameterizedTest
  @MethodSource("notAscendingOrOutOfRange")
  void bounds_that_do_not_ascend_from_1_to_36500_are_refused(List<Integer> bounds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BucketBounds(bounds))
        .withMessageStartingWith("bucket bounds are ascending whole days from 1 to 36500; ")
        .withMessageContaining(bounds.getLast() + " is not");
  }

  @Test
  void one_to_20_bounds_are_held_and_no_other_number() {
    assertThat(new BucketBounds(upTo(1)).buckets()).isEqualTo(2);
    assertThat(new BucketBounds(upTo(20)).buckets()).isEqualTo(21);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BucketBounds(List.of()))
        .withMessage("1 to 20 bucket bounds, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BucketBounds(upTo(21)))
        .withMessage("1 to 20 bucket bounds, not 21");
  }

  @Test
  void the_longest_bound_is_36500_days() {
    assertThat(new BucketBounds(List.of(36_500)).bucketOf(36_501)).isEqualTo(1);
  }

  @Test
  void the_usual_bounds_are_30_60_and_90_days() {
    assertThat(BucketBounds.DEFAULT.lastDays()).containsExactly(30, 60, 90);
  }

  @Test
  void bounds_do_not_change_with_the_list_they_were_made_of() {
    List<Integer> days = new ArrayList<>(List.of(30));
    BucketBounds bounds = new BucketBounds(days);
    days.add(60);
    assertThat(bounds.lastDays()).containsExactly(30);
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
