package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.TestAgreement.CARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is changed in what an entry seals, its hash is another. */
class EntryChainTest {

  private final OpenBook book = aBook().withLimit("20.00").open();
  private final Journal.Page invoice;
  private final Journal.Page payment;

  EntryChainTest() {
    book.accepts(anInvoice("A-1").selling(CARD, "10.00", "30").andSelling(CARD, "5.00", "0"));
    book.accepts(aPayment("P-1").of("8.00"));
    invoice = book.journal().pages().getFirst();
    payment = book.journal().pages().getLast();
  }

  @Test
  void the_hash_is_recomputed_from_the_rows_it_seals() {
    for (Journal.Page page : List.of(invoice, payment)) {
      assertThat(EntryChain.hash(page.entry(), page.document(), page.movements()))
          .isEqualTo(page.entry().hash());
      assertThat(page.entry().hash()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void the_first_entry_follows_zeros_and_each_other_its_predecessor() {
    assertThat(invoice.entry().previousHash())
        .isEqualTo("0".repeat(64))
        .isEqualTo(EntryChain.GENESIS);
    assertThat(payment.entry().previousHash()).isEqualTo(invoice.entry().hash());
  }

  @Test
  void the_position_bears_the_last_entrys_hash_and_a_refusal_does_not_change_it() {
    assertThat(book.position().hash()).isEqualTo(payment.entry().hash());
    book.refuses(anInvoice("A-2"));
    assertThat(book.position().hash()).isEqualTo(payment.entry().hash());
  }

  @Test
  void a_changed_field_of_an_entry_changes_the_hash() {
    Map<String, Entry> changed = Tampered.copiesOf(payment.entry());
    changed.remove("hash");
    assertThat(changed).hasSize(12);
    assertThat(changed)
        .allSatisfy((field, entry) -> assertAltered(payment, hash(entry, payment.movements())));
  }

  @Test
  void a_changed_field_of_an_invoice_changes_the_hash() {
    Map<String, Document.Invoice> changed =
        Tampered.copiesOf((Document.Invoice) invoice.document());
    assertThat(changed)
        .containsOnlyKeys(
            "sequence", "number", "invoiceDate", "dueDate", "total", "memo", "alreadyDelivered");
    changed.remove("sequence"); // It is the entry's own, which is sealed.
    assertThat(changed)
        .allSatisfy((field, document) -> assertAltered(invoice, hash(invoice, document)));
  }

  @Test
  void a_changed_field_of_a_payment_changes_the_hash() {
    Map<String, Document.Payment> changed =
        Tampered.copiesOf((Document.Payment) payment.document());
    assertThat(changed)
        .containsOnlyKeys("sequence", "reference", "receivedDate", "method", "amount");
    changed.remove("sequence"); // It is the entry's own, which is sealed.
    assertThat(changed)
        .allSatisfy((field, document) -> assertAltered(payment, hash(payment, document)));
  }

  @Test
  void a_changed_field_of_a_line_changes_the_hash() {
    List<InvoiceLine> lines = ((Document.Invoice) invoice.document()).lines();
    Map<String, InvoiceLine> changed = Tampered.copiesOf(lines.getFirst());
    assertThat(changed).hasSize(5);
    assertThat(changed)
        .allSatisfy(
            (field, line) -> assertAltered(invoice, hashWith(List.of(line, lines.getLast()))));
  }

  @Test
  void a_missing_added_or_moved_line_changes_the_hash() {
    List<InvoiceLine> lines = ((Document.Invoice) invoice.document()).lines();
    assertAltered(invoice, hashWith(lines.subList(0, 1)));
    assertAltered(invoice, hashWith(twice(lines)));
    assertAltered(invoice, hashWith(lines.reversed()));
  }

  @Test
  void a_changed_field_of_a_movement_changes_the_hash() {
    List<Movement> movements = payment.movements();
    assertThat(movements).hasSize(3);
    for (int i = 0; i < movements.size(); i++) {
      for (Map.Entry<String, Movement> changed : Tampered.copiesOf(movements.get(i)).entrySet()) {
        List<Movement> tampered = new ArrayList<>(movements);
        tampered.set(i, changed.getValue());
        assertThat(hash(payment.entry(), tampered))
            .as("%s of movement %d", changed.getKey(), i)
            .isNotEqualTo(payment.entry().hash());
      }
    }
  }

  @Test
  void a_missing_added_or_moved_movement_changes_the_hash() {
    List<Movement> movements = payment.movements();
    assertAltered(payment, hash(payment.entry(), movements.subList(1, movements.size())));
    assertAltered(payment, hash(payment.entry(), twice(movements)));
    assertAltered(payment, hash(payment.entry(), movements.reversed()));
  }

  @Test
  void no_field_can_be_read_as_another_whatever_it_holds() {
    assertThat(new Netstrings().add("A-1").add((String) null).add(1250).toString())
        .isEqualTo("3:A-1,-,4:1250,");
    assertThat(new Netstrings().add("").toString()).isEqualTo("0:,");
    assertThat(new Netstrings().add("1:a,").toString()).isEqualTo("4:1:a,,");
    assertThat(new Netstrings().add("é").toString()).isEqualTo("2:é,");
  }

  private void assertAltered(Journal.Page page, String hash) {
    assertThat(hash).isNotEqualTo(page.entry().hash());
  }

  private String hash(Entry entry, List<Movement> movements) {
    return EntryChain.hash(entry, payment.document(), movements);
  }

  private static String hash(Journal.Page page, Document document) {
    return EntryChain.hash(page.entry(), document, page.movements());
  }

  private String hashWith(List<InvoiceLine> lines) {
    Document.Invoice posted = (Document.Invoice) invoice.document();
    return hash(
        invoice,
        new Document.Invoice(
            posted.sequence(),
            posted.number(),
            posted.invoiceDate(),
            posted.dueDate(),
            posted.total(),
            posted.memo(),
            lines,
            posted.alreadyDelivered()));
  }

  private static <T> List<T> twice(List<T> rows) {
    return Stream.concat(rows.stream(), rows.stream()).toList();
  }
}
