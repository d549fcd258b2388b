package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Invariants;
import tradecredit.support.Season;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The season of 2001, step by step, on both databases. */
class SeasonTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_season_of_2001_plays_with_every_answer_as_it_expects(TestDatabase kind)
      throws IOException {
    try (Service service = Service.on(kind)) {
      int compared = Season.play("/replay/season-2001.jsonl", service.client());

      assertThat(compared).isEqualTo(798 + 298);
      Invariants.hold(service.database());
    }
  }
}
