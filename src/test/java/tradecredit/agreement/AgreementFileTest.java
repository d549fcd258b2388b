package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.money.Discount;
import tradecredit.money.Money;

class AgreementFileTest {

  private static Terms terms(Agreement agreement, String account) {
    return agreement.account(new AccountId(account)).orElseThrow().terms();
  }

  @Test
  void a_pinned_discount_and_thresholds_are_read() {
    Terms terms = terms(WrittenAgreement.valid().read(), "shop-to-maker");
    assertThat(terms)
        .isEqualTo(
            new Terms(
                Money.parse("500.00"),
                30,
                Map.of(new ProductId("card"), new Discount(3333)),
                false,
                List.of(50, 100)));
  }

  @Test
  void thresholds_that_are_not_written_are_80_95_and_100() {
    Terms terms = terms(WrittenAgreement.valid().read(), "maker-to-shop");
    assertThat(terms.thresholds()).containsExactly(80, 95, 100);
  }

  @Test
  void figures_are_read_with_quotes_and_without() {
    Agreement agreement =
        WrittenAgreement.valid()
            .with(21, "\"500.00\"", "1234.50")
            .with(33, "\"33.33\"", "30")
            .with(3, "2001-05-16", "'2001-05-16'")
            .read();
    assertThat(terms(agreement, "maker-to-shop").creditLimit()).hasToString("1234.50");
    assertThat(terms(agreement, "shop-to-maker").discounts())
        .containsEntry(new ProductId("card"), new Discount(3000));
  }

  @Test
  void an_agreement_can_be_without_groups() {
    Agreement agreement =
        WrittenAgreement.valid()
            .with(11, "groups:\n  - id: firm\n    name: Firm\n    members: [maker]\n", "")
            .with(13, "supplier: firm", "supplier: maker")
            .read();
    assertThat(agreement.groups()).isEmpty();
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    String windows = "\uFEFF" + WrittenAgreement.valid().text().replace("\n", "\r\n");
    assertThat(new WrittenAgreement(windows).read()).isEqualTo(WrittenAgreement.valid().read());
  }

  @Test
  void a_file_that_breaks_off_in_reading_is_no_fault_of_its_text() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public void close() {}
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> AgreementFile.read("test.yml", broken))
        .withStackTraceContaining("the disk is gone");
  }
}
