package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Season;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The season of 2001, step by step, on both databases. */
class SeasonTest {

  private static final int POSTINGS = 616;

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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_season_is_refused_whole_with_the_other_sides_keys(TestDatabase kind)
      throws IOException, SQLException {
    try (Service service = Service.on(kind)) {
      service.client().businessDate("2001-12-31");
      int refused = Season.playAsTheOtherSide("/replay/season-2001.jsonl", service.client());

      assertThat(refused).isEqualTo(POSTINGS);
      for (String account : List.of(Client.AUXER, Client.KATTOSKO)) {
        var balance = service.client().get(account + "/balance").json();
        assertThat(balance.get("sequence").asLong()).isZero();
        assertThat(balance.get("balance").asText()).isEqualTo("0.00");
      }
      try (Connection connection = service.database().connect()) {
        for (String table : List.of("entry", "decision", "idempotency_record", "event")) {
          assertThat(Invariants.number(connection, "SELECT COUNT(*) FROM " + table))
              .as(table)
              .isZero();
        }
      }
      Invariants.hold(service.database());
    }
  }
}
