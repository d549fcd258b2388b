package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.Terms;
import tradecredit.money.Money;

/**
 * On which day the standing turns if nothing is posted: what the ends of those days will record.
 */
class StandingToComeTest {

  private static final LocalDate JUDGED = LocalDate.parse("2001-06-01");

  private static Terms terms(String limit) {
    return new Terms(Money.parse(limit), 21, Map.of(), true, Terms.DEFAULT_THRESHOLDS);
  }

  private static Position position(String balance, String pastDue, String shortfall) {
    Money late = Money.parse(pastDue);
    boolean good = late.isZero() && Money.parse(shortfall).isZero();
    return new Position(
        TestAgreement.ACCOUNT,
        JUDGED,
        ABook.NOW,
        new Position.Figures(
            Money.parse(balance), late, Money.ZERO, Money.ZERO, Money.parse(shortfall)),
        good ? Standing.GOOD : Standing.NOT_GOOD,
        null,
        new Position.Last(3, 3, 0, 0, 0),
        EntryChain.GENESIS);
  }

  private static String turn(Position position, String day, Map<String, String> due) {
    return turn(position, day, due, List.of());
  }

  private static String turn(
      Position position, String day, Map<String, String> due, List<TermsVersion> amended) {
    TreeMap<LocalDate, Money> dueOn = new TreeMap<>();
    due.forEach((date, amount) -> dueOn.put(LocalDate.parse(date), Money.parse(amount)));
    List<TermsVersion> versions = new java.util.ArrayList<>(amended);
    versions.add(new TermsVersion(1, TestAgreement.EFFECTIVE, terms("500.00"), null));
    return String.valueOf(
        new DueSchedule(dueOn)
            .lastTurn(position, LocalDate.parse(day), new TermsHistory(versions)));
  }

  @Test
  void it_turns_on_the_day_after_the_first_due_date_and_not_again() {
    Position good = position("200.00", "0.00", "0.00");
    Map<String, String> due = Map.of("2001-06-04", "150.00", "2001-06-06", "50.00");
    assertThat(turn(good, "2001-06-04", due)).isEqualTo("null");
    assertThat(turn(good, "2001-06-05", due)).isEqualTo("2001-06-05");
    assertThat(turn(good, "2001-06-30", due)).isEqualTo("2001-06-05");
  }

  @Test
  void what_is_due_on_the_day_of_the_last_judgement_is_late_on_the_next() {
    assertThat(turn(position("1.00", "0.00", "0.00"), "2001-06-02", Map.of("2001-06-01", "1.00")))
        .isEqualTo("2001-06-02");
  }

  @Test
  void an_account_that_is_not_in_good_standing_does_not_turn_by_more_of_the_same() {
    assertThat(turn(position("9.00", "5.00", "0.00"), "2001-06-30", Map.of("2001-06-04", "4.00")))
        .isEqualTo("null");
    assertThat(turn(position("9.00", "0.00", "5.00"), "2001-06-30", Map.of("2001-06-04", "4.00")))
        .isEqualTo("null");
  }

  @Test
  void limits_that_fall_and_rise_turn_it_and_turn_it_back() {
    List<TermsVersion> amended =
        List.of(
            new TermsVersion(2, LocalDate.parse("2001-06-10"), terms("100.00"), null),
            new TermsVersion(3, LocalDate.parse("2001-06-12"), terms("200.00"), null));
    Position good = position("200.00", "0.00", "0.00");
    assertThat(turn(good, "2001-06-09", Map.of(), amended)).isEqualTo("null");
    assertThat(turn(good, "2001-06-11", Map.of(), amended)).isEqualTo("2001-06-10");
    assertThat(turn(good, "2001-06-30", Map.of(), amended)).isEqualTo("2001-06-12");
    assertThat(turn(good, "2001-06-30", Map.of("2001-06-10", "200.00"), amended))
        .as("late from the 11th: the raised limit cures nothing")
        .isEqualTo("2001-06-10");
  }
}
