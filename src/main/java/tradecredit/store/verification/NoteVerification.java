package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AgreementId;
import tradecredit.inquiry.NoteRecord;
import tradecredit.ledger.EntryChain;
import tradecredit.money.Money;
import tradecredit.note.NoteChain;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePosition;
import tradecredit.store.note.NoteQueries;
import tradecredit.store.sql.Sql;

/** Walks a promissory note's chain, as {@link AccountVerification} walks an account's. */
final class NoteVerification {

  private static final int PAGE = 200;

  private static final String NO_DOCUMENT =
      """
      SELECT COUNT(*) FROM note_entry e WHERE e.agreement_id = ? AND (
        (e.act = 'payment' AND NOT EXISTS (
          SELECT 1 FROM note_payment p WHERE p.agreement_id = e.agreement_id AND p.sequence = e.sequence))
        OR (e.act = 'paymentReturn' AND NOT EXISTS (
          SELECT 1 FROM note_payment_return r WHERE r.agreement_id = e.agreement_id AND r.sequence = e.sequence)))""";

  private static final String UNPAID =
      "SELECT COALESCE(SUM(unpaid), 0) FROM note_instalment WHERE agreement_id = ?";

  /** The sum holds, too, where one instalment lost what another one won. */
  private static final String INSTALMENTS =
      """
      SELECT COUNT(*) FROM note_instalment i WHERE i.agreement_id = ? AND i.unpaid <> i.amount - (
        SELECT COALESCE(SUM(a.amount), 0) FROM note_allocation a
        WHERE a.agreement_id = i.agreement_id AND a.instalment = i.number AND NOT EXISTS (
          SELECT 1 FROM note_payment_return r
          WHERE r.agreement_id = a.agreement_id AND r.payment_sequence = a.sequence))""";

  private final NoteQueries queries;
  private long held;
  private String hash = EntryChain.GENESIS;
  private Money unpaid = Money.ZERO;

  private NoteVerification(NoteQueries queries) {
    this.queries = queries;
  }

  static BookVerification.Finding finding(Connection connection, AgreementId agreement)
      throws SQLException {
    NoteVerification walk = new NoteVerification(new NoteQueries(connection, agreement));
    String fault = walk.fault(connection, agreement.value());
    return new BookVerification.Finding("promissory note of " + agreement, walk.held, fault);
  }

  private @Nullable String fault(Connection connection, String agreement) throws SQLException {
    if (Sql.one(connection, NO_DOCUMENT, row -> row.getLong(1), agreement) > 0) {
      return "a payment, or the return of one, is missing that an entry records";
    }
    String fault = walk();
    if (fault != null) {
      return fault;
    }
    NotePosition head = queries.position().orElseThrow();
    if (head.sequence() != held || !head.hash().equals(hash)) {
      return "the head is at entry %d with hash %s; the entries end at %d with %s"
          .formatted(head.sequence(), head.hash(), held, hash);
    }
    Money instalments =
        Sql.one(connection, UNPAID, row -> Money.ofCents(row.getLong(1)), agreement);
    if (!head.unpaid().equals(unpaid) || !instalments.equals(unpaid)) {
      return "the head says that %s are unpaid and the instalments %s; the entries come to %s"
          .formatted(head.unpaid(), instalments, unpaid);
    }
    long wrong = Sql.one(connection, INSTALMENTS, row -> row.getLong(1), agreement);
    return wrong == 0
        ? null
        : "what is unpaid of %d instalments is not what the payments left of them".formatted(wrong);
  }

  private @Nullable String walk() throws SQLException {
    try {
      for (List<NoteRecord> page = queries.records(held, PAGE);
          !page.isEmpty();
          page = queries.records(held, PAGE)) {
        for (NoteRecord one : page) {
          String fault = fault(one);
          if (fault != null) {
            return fault;
          }
        }
      }
      return null;
    } catch (RuntimeException unreadable) {
      return "what comes after entry %d cannot be read: %s"
          .formatted(held, unreadable.getMessage());
    }
  }

  private @Nullable String fault(NoteRecord one) {
    NoteEntry entry = one.entry();
    if (entry.sequence() != held + 1) {
      return "entry %d is missing".formatted(held + 1);
    }
    if (!entry.unpaidBefore().equals(unpaid)
        || !entry.previousHash().equals(hash)
        || !NoteChain.hash(entry, one.document()).equals(entry.hash())) {
      return "entry %d, or what it records, is not what its hash says".formatted(entry.sequence());
    }
    held = entry.sequence();
    hash = entry.hash();
    unpaid = entry.unpaidAfter();
    return null;
  }
}
