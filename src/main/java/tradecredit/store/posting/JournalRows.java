package tradecredit.store.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.Act;
import tradecredit.ledger.Book;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.Journal;
import tradecredit.ledger.OpenItem;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.TermsVersion;
import tradecredit.ledger.UpheldDispute;
import tradecredit.posting.KeyRecord;
import tradecredit.store.head.TermsTable;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.WriteGroup;

/** The rows that a batch brings, as one list of statements. */
final class JournalRows {

  private final Book book;
  private final Journal journal;
  private final WriteGroup group;

  private JournalRows(Book book) {
    this.book = book;
    this.journal = book.journal();
    this.group = new WriteGroup(book.position().account().value());
  }

  /**
   * All that {@code book} brought.
   *
   * @param keys the idempotency keys that it answers
   * @param lastBefore the account's last entry before it
   */
  static WriteGroup of(Book book, List<KeyRecord> keys, long lastBefore) {
    JournalRows rows = new JournalRows(book);
    rows.addPostings(lastBefore);
    rows.addDecisions(keys);
    rows.addBreaches();
    if (rows.hasActs()) {
      rows.addActs();
      rows.addTerms();
    }
    return rows.group;
  }

  private void addPostings(long lastBefore) {
    List<Document.Invoice> invoices = documents(Document.Invoice.class);
    List<MovementTables.MovementRow> movements = MovementTables.rows(journal.pages());
    group
        .add(DocumentTables.ENTRIES, journal.pages().stream().map(Journal.Page::entry).toList())
        .add(DocumentTables.INVOICES, invoices.stream().map(this::row).toList())
        .add(
            DocumentTables.LINES,
            invoices.stream().flatMap(invoice -> lines(invoice).stream()).toList())
        .add(DocumentTables.PAYMENTS, documents(Document.Payment.class))
        .add(MovementTables.MOVEMENTS, movements)
        .add(MovementTables.CELLS, MovementTables.cells(movements))
        .add(DocumentTables.OPEN_FIGURES, touchedUpTo(lastBefore));
  }

  private DocumentTables.InvoiceRow row(Document.Invoice invoice) {
    return new DocumentTables.InvoiceRow(invoice, book.items().atTheEnd(invoice));
  }

  private static List<DocumentTables.LineRow> lines(Document.Invoice invoice) {
    List<DocumentTables.LineRow> rows = new ArrayList<>();
    for (int i = 0; i < invoice.lines().size(); i++) {
      rows.add(new DocumentTables.LineRow(invoice.sequence(), i + 1, invoice.lines().get(i)));
    }
    return rows;
  }

  /** An invoice of the batch itself is written with its figures at the end. */
  private List<OpenItem> touchedUpTo(long lastBefore) {
    return book.items().changed().stream().filter(item -> item.sequence() <= lastBefore).toList();
  }

  private void addDecisions(List<KeyRecord> keys) {
    group
        .add(DecisionTables.DECISIONS, journal.decisions())
        .add(DecisionTables.BATCH_REFUSALS, journal.itemRefusals())
        .add(KeyQueries.ANSWERS, keys)
        .add(DecisionTables.EVENTS, journal.events())
        .add(DecisionTables.STANDING_CHANGES, journal.standingChanges());
  }

  private void addBreaches() {
    group
        .add(DeskTables.BREACHES, breachChanges(BreachChange.Kind.OPENED))
        .add(DeskTables.CURES, breachChanges(BreachChange.Kind.CURED))
        .add(DeskTables.PEAKS, peaks(journal.breachBalances()));
  }

  private List<BreachChange> breachChanges(BreachChange.Kind kind) {
    return journal.breachChanges().stream().filter(change -> change.kind() == kind).toList();
  }

  /** The highest of each breach and day. */
  private static Collection<Journal.BreachBalance> peaks(List<Journal.BreachBalance> balances) {
    Map<List<Object>, Journal.BreachBalance> highest = new LinkedHashMap<>();
    for (Journal.BreachBalance one : balances) {
      highest.merge(
          List.of(one.number(), one.businessDate()),
          one,
          (high, other) -> other.balance().isGreaterThan(high.balance()) ? other : high);
    }
    return highest.values();
  }

  /** Whether it brought more than invoices and payments. */
  private boolean hasActs() {
    return journal.pages().stream()
        .map(Journal.Page::document)
        .anyMatch(
            document -> document instanceof DeskDocument || document instanceof SetOffDocument);
  }

  private void addActs() {
    group
        .add(DeskTables.PAYMENT_FIGURES, book.desk().changed(Act.PAYMENT))
        .add(DeskTables.CREDIT_NOTE_FIGURES, book.desk().changed(Act.CREDIT_NOTE));
    add(DeskTables.RETURNS, DeskDocument.PaymentReturn.class);
    add(DeskTables.REALLOCATIONS, DeskDocument.Reallocation.class);
    group.add(DeskTables.CREDIT_NOTES, creditNotes());
    add(DeskTables.DISPUTES, DeskDocument.Dispute.class);
    group.add(DeskTables.CARDS, cards());
    add(DeskTables.RESOLUTIONS, DeskDocument.DisputeResolution.class);
    add(DeskTables.FREED_CARDS, DeskDocument.DisputeResolution.class);
    add(DeskTables.HOLDS, DeskDocument.HoldPlaced.class);
    add(DeskTables.HOLD_LIFTS, DeskDocument.HoldLifted.class);
    add(DeskTables.ACKNOWLEDGEMENTS, DeskDocument.BreachAcknowledgement.class);
    add(ProposalTables.WRITE_OFFS, DeskDocument.WriteOff.class);
    add(ProposalTables.WRITE_OFF_DECISIONS, DeskDocument.WriteOffDecision.class);
    add(ProposalTables.AMENDMENTS, DeskDocument.TermsAmendment.class);
    add(ProposalTables.AMENDMENT_DECISIONS, DeskDocument.AmendmentDecision.class);
    group
        .add(SetOffTables.SET_OFFS, documents(SetOffDocument.Proposed.class))
        .add(SetOffTables.PARTS, SetOffTables.parts(documents(SetOffDocument.Proposed.class)))
        .add(SetOffTables.DECISIONS, documents(SetOffDocument.Decided.class));
  }

  private void addTerms() {
    for (TermsVersion version : journal.terms()) {
      TermsTable.add(group, version, book.position().recordedAt());
    }
  }

  private <D extends DeskDocument> void add(RowsStatement<D> statement, Class<D> kind) {
    group.add(statement, documents(kind));
  }

  private <D> List<D> documents(Class<D> kind) {
    return journal.pages().stream()
        .map(Journal.Page::document)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Those that were posted, and those that upheld disputes are. */
  private List<DeskDocument.CreditNote> creditNotes() {
    List<DeskDocument.CreditNote> notes = new ArrayList<>(documents(DeskDocument.CreditNote.class));
    for (Journal.Page page : journal.pages()) {
      if (page.document() instanceof DeskDocument.DisputeResolution resolution
          && resolution.upheld()) {
        notes.add(UpheldDispute.creditNote(resolution, page.entry().effectiveDate()));
      }
    }
    return notes;
  }

  private List<DeskTables.CardRow> cards() {
    List<DeskTables.CardRow> rows = new ArrayList<>();
    for (DeskDocument.Dispute dispute : documents(DeskDocument.Dispute.class)) {
      for (int i = 0; i < dispute.cards().size(); i++) {
        rows.add(new DeskTables.CardRow(dispute.sequence(), i + 1, dispute.cards().get(i).span()));
      }
    }
    return rows;
  }
}
