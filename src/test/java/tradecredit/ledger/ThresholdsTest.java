package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.Terms;
import tradecredit.ledger.LedgerEvent.Threshold;
import tradecredit.money.Money;

/** 80, 95 and 100 percent of the limit: told on the edge only, both ways, one event for each. */
class ThresholdsTest {

  private final OpenBook book = aBook().withLimit("50000.00").open();

  @Test
  void a_threshold_is_crossed_where_it_is_reached_exactly_and_not_a_cent_below() {
    book.accepts(anInvoice("A-1").of("39999.99"));
    assertThat(crossed()).isEmpty();
    book.accepts(anInvoice("A-2").of("0.01"));
    assertThat(crossed()).containsExactly("80 up at 40000.00");
  }

  @Test
  void it_is_crossed_downwards_by_the_first_cent_below() {
    book.accepts(anInvoice("A-1").of("40000.01"));
    book.accepts(aPayment("P-1").of("0.01"));
    assertThat(crossed()).containsExactly("80 up at 40000.01");
    book.accepts(aPayment("P-2").of("0.01"));
    assertThat(crossed()).containsExactly("80 up at 40000.01", "80 down at 39999.99");
  }

  @Test
  void a_posting_that_crosses_several_tells_of_each_by_itself() {
    book.accepts(anInvoice("A-1").of("50000.00"));
    book.accepts(aPayment("P-1").of("50000.00"));
    assertThat(crossed())
        .containsExactly(
            "80 up at 50000.00",
            "95 up at 50000.00",
            "100 up at 50000.00",
            "80 down at 0.00",
            "95 down at 0.00",
            "100 down at 0.00");
  }

  @Test
  void above_a_threshold_nothing_more_is_told_of_it() {
    book.accepts(anInvoice("A-1").of("41000.00"));
    book.accepts(anInvoice("A-2").of("1000.00"));
    book.accepts(aPayment("P-1").of("500.00"));
    assertThat(crossed()).hasSize(1);
  }

  @Test
  void a_refusal_crosses_nothing() {
    book.accepts(anInvoice("A-1").of("39000.00"));
    book.refuses(anInvoice("A-2").of("11000.01"));
    assertThat(crossed()).isEmpty();
  }

  @Test
  void a_share_that_is_no_whole_cent_is_reached_at_the_next_cent() {
    OpenBook odd = aBook().withLimit("0.99").open();
    odd.accepts(anInvoice("A-1").of("0.79"));
    assertThat(crossed(odd)).isEmpty();
    odd.accepts(anInvoice("A-2").of("0.01"));
    assertThat(crossed(odd)).containsExactly("80 up at 0.80");
  }

  @Test
  void the_event_names_the_limit_and_the_decision() {
    Decision decision = book.accepts(anInvoice("A-1").of("47000.00")).decision();
    LedgerEvent event = book.journal().events().getLast();
    assertThat(event.decisionNumber()).isEqualTo(decision.number());
    assertThat(event.detail())
        .isEqualTo(new Threshold(80, true, Money.parse("47000.00"), Money.parse("50000.00")));
  }

  @Test
  void where_the_terms_change_those_are_told_that_hold_after() {
    Money owed = Money.parse("42500.00");
    Terms before = terms("50000.00", 80);
    assertThat(Thresholds.crossed(owed, before, owed, terms("47000.00", 70, 90)))
        .as("85 percent are now more than 90; 70 was reached before, and nobody is told anew")
        .containsExactly(new Threshold(90, true, owed, Money.parse("47000.00")));
    assertThat(Thresholds.crossed(owed, before, owed, terms("60000.00", 70, 90)))
        .as("70 is reached yet, and of 80 nothing is told any more")
        .isEmpty();
  }

  @Test
  void who_owes_nothing_has_reached_no_share_of_any_limit() {
    Terms none = terms("0.00", 80, 100);
    assertThat(Thresholds.crossed(Money.ZERO, terms("50000.00", 80, 100), Money.ZERO, none))
        .isEmpty();
    assertThat(Thresholds.crossed(Money.ZERO, none, Money.ofCents(1), none)).hasSize(2);
  }

  private static Terms terms(String limit, Integer... thresholds) {
    return new Terms(Money.parse(limit), 21, Map.of(), false, List.of(thresholds));
  }

  private List<String> crossed() {
    return crossed(book);
  }

  private static List<String> crossed(OpenBook book) {
    return book.journal().events().stream()
        .filter(event -> event.type() == LedgerEvent.Type.THRESHOLD_CROSSED)
        .map(event -> (Threshold) Objects.requireNonNull(event.detail()))
        .map(edge -> edge.percent() + (edge.upwards() ? " up" : " down") + " at " + edge.balance())
        .toList();
  }
}
