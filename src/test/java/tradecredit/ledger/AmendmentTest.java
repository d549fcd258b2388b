package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.TestAgreement.CARD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.DeskDocument.AmendmentDecision;
import tradecredit.ledger.DeskDocument.TermsAmendment;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** Terms that only both sides can change. */
class AmendmentTest {

  private static DeskPosting proposed(String from, TermsChange change) {
    return new DeskPosting.AmendmentPosting("seller", LocalDate.parse(from), change, "why not");
  }

  private static TermsChange limit(String amount) {
    return new TermsChange(Money.parse(amount), null, null, null);
  }

  private static AmendmentDecision amended(OpenBook book, String from, TermsChange change) {
    TermsAmendment amendment = book.accepts(proposed(from, change), TermsAmendment.class);
    return book.accepts(decided(amendment, "kattosko", Verdict.APPROVED), AmendmentDecision.class);
  }

  private static DeskPosting decided(TermsAmendment amendment, String side, Verdict verdict) {
    return new DeskPosting.AmendmentDecisionPosting(amendment, side, verdict, null);
  }

  @Test
  void nothing_changes_before_the_other_side_approves() {
    OpenBook book = aBook().withLimit("100.00").open();
    TermsAmendment amendment =
        book.accepts(proposed("2001-05-20", limit("200.00")), TermsAmendment.class);
    book.refuses(anInvoice("A-1").of("150.00"));
    book.accepts(decided(amendment, "kattosko", Verdict.APPROVED), AmendmentDecision.class);
    book.accepts(anInvoice("A-1").of("150.00"));
  }

  @Test
  void the_answer_to_an_approval_of_today_carries_the_new_limit() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2001-05-20", limit("250.00"));
    Decision decision = book.journal().decisions().getLast();
    assertThat(decision.creditLimit()).hasToString("250.00");
    assertThat(decision.termsVersion()).isEqualTo(2);
    assertThat(decision.after().availableCredit()).hasToString("250.00");
  }

  @Test
  void approved_late_they_begin_on_the_day_of_the_approval() {
    OpenBook book = aBook().open();
    TermsAmendment amendment =
        book.accepts(proposed("2001-05-21", limit("200.00")), TermsAmendment.class);
    book.advanceTo("2001-06-01");
    AmendmentDecision approval =
        book.accepts(decided(amendment, "kattosko", Verdict.APPROVED), AmendmentDecision.class);
    assertThat(approval.effectiveDate()).isEqualTo("2001-06-01");
  }

  @Test
  void a_limit_below_the_balance_opens_a_breach_in_the_approval_or_on_its_day() {
    OpenBook now = aBook().open();
    now.accepts(anInvoice("A-1").of("500.00"));
    amended(now, "2001-05-20", limit("400.00"));
    assertThat(now.journal().breachChanges())
        .extracting(change -> change.cause() + " " + change.creditLimit())
        .containsExactly("AMENDMENT_DECISION 400.00");

    OpenBook later = aBook().open();
    later.accepts(anInvoice("A-1").of("500.00"));
    amended(later, "2001-05-25", limit("400.00"));
    assertThat(later.journal().breachChanges()).isEmpty();
    later.advanceTo("2001-06-01");
    assertThat(later.journal().breachChanges())
        .extracting(change -> change.cause() + " " + change.businessDate())
        .containsExactly("TERMS_AMENDMENT 2001-05-25");
    later.accepts(aPayment("P-1").of("100.00"));
    assertThat(later.journal().breachChanges()).hasSize(2);
  }

  @Test
  void each_entry_that_leaves_the_balance_above_the_limit_is_noted_with_its_breach() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("500.00"));
    assertThat(book.journal().breachBalances()).isEmpty();
    amended(book, "2001-05-20", limit("400.00"));
    book.accepts(aPayment("P-1").of("99.99"));
    book.accepts(aPayment("P-2").of("0.01"));
    LocalDate today = book.position().businessDate();
    assertThat(book.journal().breachBalances())
        .containsExactly(
            new Journal.BreachBalance(1, today, Money.parse("500.00")),
            new Journal.BreachBalance(1, today, Money.parse("400.01")));
  }

  @Test
  void only_an_approval_adds_versions_of_the_terms() {
    OpenBook book = aBook().withLimit("100.00").open();
    TermsAmendment amendment =
        book.accepts(proposed("2001-06-10", limit("800.00")), TermsAmendment.class);
    assertThat(book.journal().terms()).isEmpty();
    book.accepts(decided(amendment, "kattosko", Verdict.APPROVED), AmendmentDecision.class);
    amended(book, "2001-06-01", limit("40.00"));
    assertThat(book.journal().terms())
        .extracting(
            version ->
                version.version()
                    + " "
                    + version.effectiveDate()
                    + " "
                    + version.terms().creditLimit())
        .containsExactly("2 2001-06-10 800.00", "3 2001-06-01 40.00", "4 2001-06-10 800.00");
  }

  @Test
  void earlier_invoices_keep_their_due_dates_and_discounts() {
    OpenBook book = aBook().at("2001-06-01").open();
    amended(book, "2001-06-01", new TermsChange(null, 7, Map.of(CARD, Discount.parse("30")), null));
    book.accepts(anInvoice("A-1").selling(CARD, "10.00", "5").dated("2001-05-31"));
    book.accepts(anInvoice("A-2").selling(CARD, "10.00", "30").dated("2001-06-01"));
    assertThat(
            book.refuses(anInvoice("A-3").selling(CARD, "10.00", "5").dated("2001-06-01")).code())
        .isEqualTo(RefusalCode.DISCOUNT_NOT_CURRENT);
    assertThat(book.open())
        .extracting(item -> item.number() + " " + item.dueDate())
        .containsExactly("A-2 2001-06-08", "A-1 2001-06-21");
  }

  @Test
  void what_an_amendment_leaves_out_stays_as_the_last_version_has_it() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2001-05-22", new TermsChange(null, 30, null, List.of(50)));
    amended(book, "2001-05-23", limit("70.00"));
    book.advanceTo("2001-05-23");
    var terms = book.terms();
    assertThat(terms.netDays()).isEqualTo(30);
    assertThat(terms.thresholds()).containsExactly(50);
    assertThat(terms.creditLimit()).hasToString("70.00");
  }

  @Test
  void what_is_agreed_for_a_later_day_holds_from_it_whatever_begins_before() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2001-06-10", new TermsChange(Money.parse("800.00"), null, null, List.of(50)));
    amended(book, "2001-06-20", limit("300.00"));
    AmendmentDecision between =
        amended(book, "2001-06-01", new TermsChange(Money.parse("40.00"), 30, null, null));
    assertThat(between.termsVersion()).isEqualTo(4);
    assertThat(termsFrom(book, "2001-05-31")).isEqualTo("1: 100.00, 21 days, [80, 95, 100]");
    assertThat(termsFrom(book, "2001-06-01")).isEqualTo("4: 40.00, 30 days, [80, 95, 100]");
    assertThat(termsFrom(book, "2001-06-10")).isEqualTo("5: 800.00, 30 days, [50]");
    assertThat(termsFrom(book, "2001-06-20")).isEqualTo("6: 300.00, 30 days, [50]");
  }

  @Test
  void a_limit_that_was_agreed_for_a_day_holds_from_it_though_it_was_no_other_when_agreed() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2001-06-10", limit("100.00"));
    amended(book, "2001-06-01", limit("40.00"));
    assertThat(termsFrom(book, "2001-06-09")).isEqualTo("3: 40.00, 21 days, [80, 95, 100]");
    assertThat(termsFrom(book, "2001-06-10")).isEqualTo("4: 100.00, 21 days, [80, 95, 100]");
  }

  @Test
  void of_what_is_agreed_for_the_same_later_day_the_last_word_counts_part_by_part() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2001-06-10", new TermsChange(Money.parse("800.00"), 14, null, null));
    amended(book, "2001-06-10", limit("900.00"));
    amended(book, "2001-06-01", new TermsChange(Money.parse("40.00"), 30, null, null));
    assertThat(termsFrom(book, "2001-06-10")).isEqualTo("5: 900.00, 14 days, [80, 95, 100]");
  }

  private static String termsFrom(OpenBook book, String day) {
    book.advanceTo(day);
    var terms = book.terms();
    return book.termsVersion()
        + ": "
        + terms.creditLimit()
        + ", "
        + terms.netDays()
        + " days, "
        + terms.thresholds();
  }

  @Test
  void a_change_of_nothing_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> change(null));
    assertThat(change(0).netDays()).isZero();
  }

  private static TermsChange change(@Nullable Integer netDays) {
    return new TermsChange(null, netDays, null, null);
  }

  @Test
  void terms_are_agreed_as_far_ahead_as_one_likes() {
    OpenBook book = aBook().withLimit("100.00").open();
    amended(book, "2002-11-01", limit("200.00"));
    assertThat(termsFrom(book, "2002-10-31")).isEqualTo("1: 100.00, 21 days, [80, 95, 100]");
    assertThat(termsFrom(book, "2002-11-01")).isEqualTo("2: 200.00, 21 days, [80, 95, 100]");
  }

  @Test
  void other_terms_begin_on_so_many_days_to_come_and_on_no_more() {
    OpenBook book = aBook().withLimit("100.00").open();
    LocalDate first = book.position().businessDate().plusDays(1);
    for (int day = 0; day < 366; day++) {
      amended(book, first.plusDays(day).toString(), limit("200.00"));
    }
    assertThat(book.refuses(proposed("2010-01-01", limit("300.00"))))
        .isEqualTo(
            new DeskRefusal.TermsNotPossible("other terms begin on 366 days to come already"));
    amended(book, first.plusDays(7).toString(), limit("400.00"));
    amended(book, book.position().businessDate().toString(), limit("500.00"));
    book.advanceTo(first.toString());
    amended(book, "2010-01-01", limit("300.00"));
  }

  @Test
  void a_day_that_was_to_be_the_last_is_refused_to_whom_another_was_approved_before() {
    OpenBook book = aBook().withLimit("100.00").open();
    LocalDate first = book.position().businessDate().plusDays(1);
    for (int day = 0; day < 365; day++) {
      amended(book, first.plusDays(day).toString(), limit("200.00"));
    }
    TermsAmendment one =
        book.accepts(proposed("2010-01-01", limit("300.00")), TermsAmendment.class);
    TermsAmendment other =
        book.accepts(proposed("2010-01-02", limit("300.00")), TermsAmendment.class);
    book.accepts(decided(one, "kattosko", Verdict.APPROVED), AmendmentDecision.class);
    assertThat(book.refuses(decided(other, "kattosko", Verdict.APPROVED)))
        .isEqualTo(
            new DeskRefusal.TermsNotPossible("other terms begin on 366 days to come already"));
    book.accepts(decided(other, "kattosko", Verdict.DECLINED), AmendmentDecision.class);
  }

  @Test
  void the_first_date_with_room_knows_what_is_agreed_for_later() {
    OpenBook lower = aBook().withLimit("100.00").open();
    lower.accepts(anInvoice("A-1").of("100.00"));
    amended(lower, "2001-05-30", limit("10.00"));
    assertThat(room(lower.refuses(anInvoice("A-2").of("50.00")))).isNull();

    OpenBook higher = aBook().withLimit("100.00").open();
    higher.accepts(anInvoice("A-1").of("100.00"));
    amended(higher, "2001-05-30", limit("200.00"));
    assertThat(room(higher.refuses(anInvoice("A-2").of("50.00")))).hasToString("2001-05-30");
  }

  private static @Nullable LocalDate room(Refusal refusal) {
    return ((Refusal.CreditLimitExceeded) refusal).firstDateWithRoom();
  }
}
