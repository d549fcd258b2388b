package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Money;

/**
 * A book that a test posts to, one batch at a time; what was written stays to be looked at, batch
 * by batch.
 */
final class OpenBook {

  static final String PRINCIPAL = "clerk";

  private static final Money EVERYTHING = Money.ofCents(Long.MAX_VALUE / 2);

  private Book book;

  OpenBook(Book book) {
    this.book = book;
  }

  Position position() {
    return book.position();
  }

  /** The terms in force on the business date. */
  int termsVersion() {
    return book.rules().terms().on(position().businessDate()).version();
  }

  tradecredit.agreement.Terms terms() {
    return book.rules().termsOn(position().businessDate());
  }

  Journal journal() {
    return book.journal();
  }

  /** Decides a set-off with the book of another account. */
  SetOff.Outcomes setOff(OpenBook other, SetOffPosting half, SetOffPosting otherHalf) {
    return new SetOff(book, other.book).post(half, otherHalf, PRINCIPAL);
  }

  Outcome post(Posting posting) {
    return book.post(posting, PRINCIPAL);
  }

  /** Posts an act of the desk that must be taken; its document is what follows. */
  <D extends DeskDocument> D accepts(DeskPosting act, Class<D> document) {
    return accepts(act, PRINCIPAL, document);
  }

  /** Posts an act of {@code principal} that must be taken. */
  <D extends DeskDocument> D accepts(DeskPosting act, String principal, Class<D> document) {
    return document.cast(accepted(book.post(act, principal)).document());
  }

  /** Posts an act of the desk that must be refused. */
  Refusal refuses(DeskPosting act) {
    return refuses(act, PRINCIPAL);
  }

  /** Posts an act of {@code principal} that must be refused. */
  Refusal refuses(DeskPosting act, String principal) {
    return refused(book.post(act, principal));
  }

  /** The document of an invoice in this batch. */
  Document.Invoice invoice(String number) {
    return journal().pages().stream()
        .map(Journal.Page::document)
        .filter(Document.Invoice.class::isInstance)
        .map(Document.Invoice.class::cast)
        .filter(invoice -> invoice.number().value().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** Posts what must be taken. */
  Outcome.Posted accepts(AnInvoice invoice) {
    return accepted(post(invoice.posting()));
  }

  /** Posts what must be taken. */
  Document.Payment accepts(APayment payment) {
    return (Document.Payment) accepted(post(payment.posting())).document();
  }

  private static Outcome.Posted accepted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted -> posted;
      case Outcome.Refused refused -> fail("refused: " + refused.refusal());
    };
  }

  /** Posts what must be refused. */
  Refusal refuses(AnInvoice invoice) {
    return refused(post(invoice.posting()));
  }

  /** Posts what must be refused. */
  Refusal refuses(APayment payment) {
    return refused(post(payment.posting()));
  }

  private static Refusal refused(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted -> fail("posted: " + posted.document());
      case Outcome.Refused refused -> refused.refusal();
    };
  }

  BatchOutcome postAtomically(AnInvoice... invoices) {
    return postAtomically(postings(invoices));
  }

  BatchOutcome postAtomically(List<InvoicePosting> invoices) {
    return book.postAtomically(invoices, PRINCIPAL);
  }

  /** Posts a batch that must be refused as a whole. */
  BatchOutcome.NonePosted refusesBatch(AnInvoice... invoices) {
    return switch (postAtomically(invoices)) {
      case BatchOutcome.AllPosted posted -> fail("posted: " + posted.outcomes());
      case BatchOutcome.NonePosted none -> none;
    };
  }

  private static List<InvoicePosting> postings(AnInvoice... invoices) {
    return Arrays.stream(invoices).map(AnInvoice::posting).toList();
  }

  /** What is open and undisputed of the invoice; 0.00 where there is none such. */
  Money open(String invoice) {
    return open().stream()
        .filter(item -> item.number().value().equals(invoice))
        .map(OpenItem::allocatable)
        .findFirst()
        .orElse(Money.ZERO);
  }

  /** All invoices with an open, undisputed part, oldest first. */
  List<OpenItem> open() {
    return book.items().oldest(EVERYTHING);
  }

  /** Moves to a newer business date, as the first transaction on that day does. */
  OpenBook advanceTo(String day) {
    return advanceTo(LocalDate.parse(day));
  }

  OpenBook advanceTo(LocalDate date) {
    LocalDate today = position().businessDate();
    book.advanceTo(
        date,
        open().stream()
            .filter(item -> !item.dueDate().isBefore(today) && item.dueDate().isBefore(date))
            .toList());
    return this;
  }

  /** The same book in its next batch, with an empty journal and the clock at {@code now}. */
  OpenBook nextBatchAt(Instant now) {
    book =
        new Book(
            book.rules(),
            book.position(),
            new Book.Contents(
                book.items(), book.desk(), new DueSchedule(dueFrom(position().businessDate()))),
            now);
    return this;
  }

  private SortedMap<LocalDate, Money> dueFrom(LocalDate day) {
    SortedMap<LocalDate, Money> dueOn = new TreeMap<>();
    open().stream()
        .filter(item -> !item.dueDate().isBefore(day))
        .forEach(item -> dueOn.merge(item.dueDate(), item.allocatable(), Money::plus));
    return dueOn;
  }

  /** The types of the events written since this batch began, in order. */
  List<LedgerEvent.Type> eventTypes() {
    return journal().events().stream().map(LedgerEvent::type).toList();
  }

  /** Refuses to go on if the balance is another. */
  void owes(String balance) {
    assertThat(position().balance()).hasToString(balance);
  }
}
