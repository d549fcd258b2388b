package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING;
import static tradecredit.ledger.RefusalCode.ACCOUNT_ON_HOLD;
import static tradecredit.ledger.RefusalCode.ALLOCATIONS_EXCEED_PAYMENT;
import static tradecredit.ledger.RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT;
import static tradecredit.ledger.RefusalCode.CREDIT_LIMIT_EXCEEDED;
import static tradecredit.ledger.RefusalCode.DISCOUNT_NOT_CURRENT;
import static tradecredit.ledger.RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT;
import static tradecredit.ledger.RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
import static tradecredit.ledger.RefusalCode.INVOICE_NUMBER_TAKEN;
import static tradecredit.ledger.RefusalCode.INVOICE_UNKNOWN;
import static tradecredit.ledger.RefusalCode.PAYMENT_REFERENCE_TAKEN;
import static tradecredit.ledger.RefusalCode.PRODUCT_RESTRICTED;
import static tradecredit.ledger.TestAgreement.CARD;
import static tradecredit.ledger.TestAgreement.ELSEWHERE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A posting that breaks several rules at once is told the first, in the order of {@link
 * RefusalCode}.
 */
class PrecedenceTest {

  private static final List<RefusalCode> AGAINST_INVOICES =
      List.of(
          INVOICE_NUMBER_TAKEN,
          EFFECTIVE_DATE_BEFORE_AGREEMENT,
          EFFECTIVE_DATE_IN_FUTURE,
          PRODUCT_RESTRICTED,
          DISCOUNT_NOT_CURRENT,
          ACCOUNT_ON_HOLD,
          ACCOUNT_NOT_IN_GOOD_STANDING,
          CREDIT_LIMIT_EXCEEDED);

  private static final List<RefusalCode> AGAINST_PAYMENTS =
      List.of(
          PAYMENT_REFERENCE_TAKEN,
          EFFECTIVE_DATE_BEFORE_AGREEMENT,
          EFFECTIVE_DATE_IN_FUTURE,
          INVOICE_UNKNOWN,
          ALLOCATION_EXCEEDS_OPEN_AMOUNT,
          ALLOCATIONS_EXCEED_PAYMENT);

  private static final Set<RefusalCode> OF_THE_NOTE_ALONE =
      EnumSet.of(
          RefusalCode.PROMISSORY_NOTE_ALREADY_RECORDED,
          RefusalCode.PAYMENT_EXCEEDS_NOTE,
          RefusalCode.INSTALMENT_UNKNOWN,
          RefusalCode.ALLOCATION_EXCEEDS_INSTALMENT,
          RefusalCode.ALLOCATIONS_DIFFER_FROM_PAYMENT);

  static Stream<Set<RefusalCode>> rulesAgainstInvoices() {
    return subsets(AGAINST_INVOICES);
  }

  static Stream<Set<RefusalCode>> rulesAgainstPayments() {
    return subsets(AGAINST_PAYMENTS);
  }

  @ParameterizedTest
  @MethodSource("rulesAgainstInvoices")
  void an_invoice_that_breaks_these_rules_is_told_the_first(Set<RefusalCode> broken) {
    ABook book = aBook().at("2001-06-07").withLimit("500.00").withDiscount(CARD, "30");
    if (broken.contains(ACCOUNT_NOT_IN_GOOD_STANDING)) {
      book.requiringGoodStanding();
    }
    if (broken.contains(ACCOUNT_ON_HOLD)) {
      book.onHold("the delivery is looked into");
    }
    OpenBook pastDue = book.withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    assertThat(pastDue.refuses(invoiceThatBreaks(broken)).code()).isEqualTo(firstOf(broken));
  }

  private static AnInvoice invoiceThatBreaks(Set<RefusalCode> broken) {
    String faceValue = broken.contains(CREDIT_LIMIT_EXCEEDED) ? "900.00" : "10.00";
    String discount = broken.contains(DISCOUNT_NOT_CURRENT) ? "31" : "30";
    AnInvoice invoice =
        anInvoice(broken.contains(INVOICE_NUMBER_TAKEN) ? "A-1" : "A-2")
            .selling(CARD, faceValue, discount)
            .dated(dateThatBreaks(broken));
    return broken.contains(PRODUCT_RESTRICTED)
        ? invoice.andSelling(ELSEWHERE, "1.00", "0")
        : invoice;
  }

  @ParameterizedTest
  @MethodSource("rulesAgainstPayments")
  void a_payment_that_breaks_these_rules_is_told_the_first(Set<RefusalCode> broken) {
    OpenBook book = aBook().at("2001-06-07").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    book.accepts(aPayment("P-1").of("1.00"));
    assertThat(book.refuses(paymentThatBreaks(broken)).code()).isEqualTo(firstOf(broken));
  }

  private static APayment paymentThatBreaks(Set<RefusalCode> broken) {
    APayment payment =
        aPayment(broken.contains(PAYMENT_REFERENCE_TAKEN) ? "P-1" : "P-2")
            .of(broken.contains(ALLOCATIONS_EXCEED_PAYMENT) ? "9.99" : "900.00")
            .received(dateThatBreaks(broken))
            .to("A-1", broken.contains(ALLOCATION_EXCEEDS_OPEN_AMOUNT) ? "299.01" : "299.00");
    return broken.contains(INVOICE_UNKNOWN) ? payment.to("A-9", "1.00") : payment;
  }

  @Test
  void the_table_holds_every_rule_but_those_of_the_note_of_batches_and_of_older_books() {
    EnumSet<RefusalCode> all = EnumSet.copyOf(AGAINST_INVOICES);
    all.addAll(OF_THE_NOTE_ALONE);
    all.addAll(AGAINST_PAYMENTS);
    all.addAll(DeskPrecedenceTest.rules());
    all.addAll(SetOffPrecedenceTest.rules());
    assertThat(all)
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(RefusalCode.BATCH_REFUSED, RefusalCode.TERMS_SUPERSEDED)));
    assertThat(AGAINST_INVOICES).isSorted();
    assertThat(AGAINST_PAYMENTS).isSorted();
  }

  @Test
  void what_is_taken_or_decided_is_a_conflict_and_every_other_refusal_is_unprocessable() {
    for (RefusalCode code : RefusalCode.values()) {
      boolean conflict = code.code().matches(".*-taken|.*already.*|not-on-hold");
      assertThat(code.status()).as(code.code()).isEqualTo(conflict ? 409 : 422);
      assertThat(RefusalCode.of(code.code())).isEqualTo(code);
    }
  }

  private static String dateThatBreaks(Set<RefusalCode> broken) {
    if (broken.contains(EFFECTIVE_DATE_BEFORE_AGREEMENT)) {
      return "2001-05-15";
    }
    return broken.contains(EFFECTIVE_DATE_IN_FUTURE) ? "2001-06-08" : "2001-06-07";
  }

  private static RefusalCode firstOf(Set<RefusalCode> broken) {
    return broken.iterator().next();
  }

  /**
   * Every choice of rules that one posting can break at once; a date is not both too early and too
   * late.
   */
  static Stream<Set<RefusalCode>> subsets(List<RefusalCode> rules) {
    return IntStream.range(1, 1 << rules.size())
        .mapToObj(bits -> chosen(rules, bits))
        .filter(
            broken ->
                !broken.contains(EFFECTIVE_DATE_BEFORE_AGREEMENT)
                    || !broken.contains(EFFECTIVE_DATE_IN_FUTURE));
  }

  private static Set<RefusalCode> chosen(List<RefusalCode> rules, int bits) {
    EnumSet<RefusalCode> chosen = EnumSet.noneOf(RefusalCode.class);
    for (int i = 0; i < rules.size(); i++) {
      if ((bits >> i & 1) == 1) {
        chosen.add(rules.get(i));
      }
    }
    return chosen;
  }
}
