package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** What can be named, and what is never well formed. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "A-1",
        "2001/05 #7",
        "~",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void a_number_or_reference_is_1_to_64_printable_characters(String text) {
    assertThat(new InvoiceNumber(text)).hasToString(text);
    assertThat(new PaymentReference(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " A",
        "A ",
        "A\tB",
        "A\nB",
        "A\u007f",
        "é",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void any_other_text_is_no_number_and_no_reference(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceNumber(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new PaymentReference(text));
  }

  @Test
  void an_act_and_a_standing_are_read_back_from_their_names() {
    for (Act act : Act.values()) {
      assertThat(Act.of(act.wireName())).isEqualTo(act);
    }
    for (Standing standing : Standing.values()) {
      assertThat(Standing.of(standing.wireName())).isEqualTo(standing);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Act.of("gift"));
    assertThatIllegalArgumentException().isThrownBy(() -> Standing.of("doubtful"));
    assertThatIllegalArgumentException().isThrownBy(() -> RefusalCode.of("bad-mood"));
  }

  @Test
  void an_invoice_or_a_payment_of_nothing_is_not_well_formed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InvoicePosting(
                    new InvoiceNumber("A"), LocalDate.EPOCH, null, List.of(), Money.ZERO, null));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PaymentPosting(
                    new PaymentReference("P"), LocalDate.EPOCH, "wire", Money.ZERO, null));
  }

  @Test
  void a_line_without_cards_or_without_a_face_value_is_not_well_formed() {
    Discount none = new Discount(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InvoiceLine(TestAgreement.CARD, Money.ZERO, 1, none, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InvoiceLine(TestAgreement.CARD, Money.ofCents(1), 0, none, null));
  }

  @Test
  void an_invoices_total_is_the_sum_of_its_rounded_lines() {
    InvoiceLine line =
        new InvoiceLine(TestAgreement.CARD, Money.parse("10.00"), 265, new Discount(3333), null);
    assertThat(
            InvoicePosting.of(
                    new InvoiceNumber("A"), LocalDate.EPOCH, null, List.of(line, line), null)
                .requested())
        .isEqualTo(Money.parse("3533.52"));
  }

  @Test
  void the_disputed_part_of_an_item_is_neither_negative_nor_above_what_is_open() {
    assertThatIllegalArgumentException().isThrownBy(() -> item(Money.ofCents(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> item(Money.ofCents(101)));
    assertThat(item(Money.ofCents(100)).allocatable()).isEqualTo(Money.ZERO);
  }

  private static OpenItem item(Money disputed) {
    return new OpenItem(
        1,
        new InvoiceNumber("A"),
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        Money.ofCents(100),
        disputed,
        LocalDate.EPOCH);
  }

  @Test
  void terms_without_a_version_are_no_history() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TermsHistory(List.of()));
  }
}
