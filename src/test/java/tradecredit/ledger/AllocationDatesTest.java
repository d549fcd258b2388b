package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An allocation counts from the latest of the credit's date, the invoice's date, and the earlier
 * movements of that invoice and of that credit.
 */
class AllocationDatesTest {

  private final OpenBook book = aBook().at("2001-06-05").open();

  @Test
  void it_counts_from_the_day_the_payment_was_received() {
    book.accepts(anInvoice("A-1").dated("2001-05-20"));
    assertThat(dates(aPayment("P-1").received("2001-06-01"))).containsExactly("2001-06-01");
  }

  @Test
  void it_never_counts_from_before_the_invoice() {
    book.accepts(anInvoice("A-1").dated("2001-06-03"));
    assertThat(dates(aPayment("P-1").received("2001-06-01"))).containsExactly("2001-06-03");
  }

  @Test
  void it_never_counts_from_before_an_earlier_allocation_to_the_same_invoice() {
    book.accepts(anInvoice("A-1").dated("2001-05-20"));
    book.accepts(aPayment("P-1").received("2001-06-04").of("10.00"));
    assertThat(dates(aPayment("P-2").received("2001-05-25").of("10.00")))
        .containsExactly("2001-06-04");
  }

  @Test
  void it_never_counts_from_before_an_earlier_allocation_of_the_same_payment() {
    book.accepts(anInvoice("NEW").dated("2001-06-03").of("10.00"));
    book.accepts(anInvoice("OLD").dated("2001-05-20").of("10.00"));
    APayment payment = aPayment("P-1").received("2001-06-01").to("NEW", "10.00").to("OLD", "10.00");
    assertThat(dates(payment)).containsExactly("2001-06-03", "2001-06-03");
  }

  @Test
  void an_earlier_allocation_of_the_same_payment_may_count_from_an_earlier_day() {
    book.accepts(anInvoice("NEW").dated("2001-06-03").of("10.00"));
    book.accepts(anInvoice("OLD").dated("2001-05-20").of("10.00"));
    APayment payment = aPayment("P-1").received("2001-06-01").to("OLD", "10.00").to("NEW", "10.00");
    assertThat(dates(payment)).containsExactly("2001-06-01", "2001-06-03");
  }

  @Test
  void the_payment_itself_counts_from_the_day_it_was_received() {
    book.accepts(anInvoice("A-1").dated("2001-06-03"));
    book.accepts(aPayment("P-1").received("2001-06-01").of("100.00"));
    Journal.Page page = book.journal().pages().getLast();
    assertThat(page.entry().effectiveDate()).isEqualTo(LocalDate.parse("2001-06-01"));
    assertThat(page.movements())
        .extracting(movement -> movement.amount() + " from " + movement.effectiveDate())
        .containsExactly(
            "-100.00 from 2001-06-01", "-100.00 from 2001-06-03", "100.00 from 2001-06-03");
  }

  @Test
  void the_last_date_of_a_payments_movements_is_that_of_its_latest_allocation() {
    book.accepts(anInvoice("A-1").dated("2001-06-03"));
    Document.Payment applied = book.accepts(aPayment("P-1").received("2001-06-01"));
    Document.Payment unapplied = book.accepts(aPayment("P-2").received("2001-06-01"));
    assertThat(applied.lastMovementDate()).isEqualTo(LocalDate.parse("2001-06-03"));
    assertThat(unapplied.lastMovementDate()).isEqualTo(LocalDate.parse("2001-06-01"));
  }

  private List<String> dates(APayment payment) {
    return book.accepts(payment).allocations().stream()
        .map(allocation -> allocation.effectiveDate().toString())
        .toList();
  }
}
