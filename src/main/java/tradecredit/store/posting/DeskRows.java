package tradecredit.store.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.Act;
import tradecredit.ledger.Book;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Journal;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.TermsVersion;
import tradecredit.ledger.UpheldDispute;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.WriteGroup;

/** The rows that acts of the credit desk bring into a batch's one statement list. */
final class DeskRows {

  private final Journal journal;
  private final WriteGroup group;

  private DeskRows(Journal journal, WriteGroup group) {
    this.journal = journal;
    this.group = group;
  }

  /** Adds what the batch brought; nothing where it brought invoices and payments only. */
  static WriteGroup add(Book book, WriteGroup group) {
    Journal journal = book.journal();
    group
        .add(
            DeskTables.BREACHES,
            journal.breachChanges().stream().filter(change -> change.opened()).toList())
        .add(
            DeskTables.CURES,
            journal.breachChanges().stream().filter(change -> !change.opened()).toList())
        .add(DeskTables.PEAKS, peaks(journal.breachBalances()));
    boolean desk =
        journal.pages().stream()
            .map(Journal.Page::document)
            .anyMatch(
                document -> document instanceof DeskDocument || document instanceof SetOffDocument);
    return desk ? new DeskRows(journal, group).all(book) : group;
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

  private WriteGroup all(Book book) {
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
    for (TermsVersion version : journal.terms()) {
      group
          .add(
              ProposalTables.TERMS,
              List.of(new ProposalTables.TermsRow(version, book.position().recordedAt())))
          .add(ProposalTables.DISCOUNTS, ProposalTables.discounts(version));
    }
    return group;
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
