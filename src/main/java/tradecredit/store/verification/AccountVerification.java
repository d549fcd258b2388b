package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.Act;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.Entry;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.Movement;
import tradecredit.ledger.UpheldDispute;
import tradecredit.money.Money;
import tradecredit.store.head.HeadTable;
import tradecredit.store.record.Documents;
import tradecredit.store.sql.Sql;

/**
 * Walks one account's chain; see {@link BookVerification}. Used once, by one thread.
 *
 * <p>What is made of a row refuses what it cannot be, in whatever way: so an exception that is none
 * of the database's says that a row is not as the service wrote it.
 */
final class AccountVerification {

  /** Entries in memory at a time, with their documents, lines and movements. */
  private static final int PAGE = 200;

  private static final String ENTRIES =
      """
      SELECT e.sequence, e.kind, e.amount, e.balance_before, e.balance_after, e.effective_date, e.business_date,
        e.recorded_at, e.principal, e.document_number, e.hash,
        (SELECT p.hash FROM entry p WHERE p.account_id = e.account_id AND p.sequence = e.sequence - 1) AS previous_hash
      FROM entry e WHERE e.account_id = ? AND e.sequence > ? ORDER BY e.account_id, e.sequence LIMIT ?""";

  private static final String AGREEMENT =
      "SELECT agreement_id FROM account_head WHERE account_id = ?";

  private static final String MOVEMENTS =
      """
      SELECT sequence, kind, invoice_sequence, credit_sequence, due_date, invoice_date, effective_date, amount,
        disputed_amount, open_invoices
      FROM open_item_movement WHERE account_id = ? AND sequence BETWEEN ? AND ? ORDER BY sequence, position""";

  private final Connection connection;
  private final AccountId account;
  private final Agreement agreement;
  private final Documents documents;
  private final RecordsVerification records;
  private long held;
  private String hash = EntryChain.GENESIS;
  private Money balance = Money.ZERO;

  AccountVerification(Connection connection, AccountId account, Agreement agreement)
      throws SQLException {
    this.connection = connection;
    this.account = account;
    this.agreement = agreement;
    this.documents = new Documents(connection, account.value());
    this.records = new RecordsVerification(connection, account, agreement);
  }

  BookVerification.Finding finding() throws SQLException {
    String fault;
    try {
      fault = fault();
    } catch (BrokenBookException broken) {
      fault = broken.getMessage();
    } catch (RuntimeException unreadable) {
      fault = "what is recorded beside the entries cannot be read: " + unreadable.getMessage();
    }
    return new BookVerification.Finding("account " + account, held, fault);
  }

  private @Nullable String fault() throws SQLException {
    String fault = walk();
    if (fault != null) {
      return fault;
    }
    HeadTable.Head head = HeadTable.select(connection, HeadTable.READ, account);
    fault = at(head);
    if (fault != null) {
      return fault;
    }
    records.end(head);
    return new Rollups(connection, account.value()).fault();
  }

  private @Nullable String walk() throws SQLException {
    try {
      for (List<Entry> page = next(); !page.isEmpty(); page = next()) {
        String fault = page(page);
        if (fault != null) {
          return fault;
        }
      }
      return null;
    } catch (BrokenBookException broken) {
      throw broken;
    } catch (RuntimeException unreadable) {
      return "entry %d cannot be read: %s".formatted(held + 1, unreadable.getMessage());
    }
  }

  /** A page; or the next entry alone, where a row of the page is no entry any more. */
  private List<Entry> next() throws SQLException {
    try {
      return page(PAGE);
    } catch (RuntimeException unreadable) {
      return page(1);
    }
  }

  private List<Entry> page(int most) throws SQLException {
    return Sql.list(connection, ENTRIES, this::entry, account.value(), held, most);
  }

  /**
   * If a row is no document of its kind any more, or names a document that is missing, the page is
   * read again entry by entry to find it.
   */
  private @Nullable String page(List<Entry> page) throws SQLException {
    Sealed sealed;
    try {
      sealed = sealed(page);
    } catch (RuntimeException unreadable) {
      if (page.size() == 1) {
        return "what entry %d records cannot be read: %s"
            .formatted(page.getFirst().sequence(), unreadable.getMessage());
      }
      for (Entry entry : page) {
        String fault = page(List.of(entry));
        if (fault != null) {
          return fault;
        }
      }
      return null;
    }
    for (Entry entry : page) {
      String fault = fault(entry, sealed);
      if (fault != null) {
        return fault;
      }
      records.follow(entry, sealed.document(entry), sealed.movements(entry));
      held = entry.sequence();
      hash = entry.hash();
      balance = entry.balanceAfter();
    }
    return null;
  }

  private @Nullable String fault(Entry entry, Sealed sealed) {
    if (entry.sequence() != held + 1) {
      return "entry %d is missing".formatted(held + 1);
    }
    if (!entry.balanceBefore().equals(balance)
        || !entry.balanceAfter().equals(balance.plus(entry.amount()))) {
      return "entry %d goes from %s to %s by %s; the balance before it is %s"
          .formatted(
              entry.sequence(),
              entry.balanceBefore(),
              entry.balanceAfter(),
              entry.amount(),
              balance);
    }
    if (!sealed.documents().containsKey(entry.sequence())) {
      return "what entry %d records is missing".formatted(entry.sequence());
    }
    return EntryChain.hash(entry, sealed.document(entry), sealed.movements(entry))
            .equals(entry.hash())
        ? sealed.copies().get(entry.sequence())
        : "entry %d, or what it records, is not what its hash says".formatted(entry.sequence());
  }

  private @Nullable String at(HeadTable.Head head) throws SQLException {
    String belongsTo =
        Sql.one(connection, AGREEMENT, row -> row.getString("agreement_id"), account.value());
    if (agreement.account(account).isPresent() && !belongsTo.equals(agreement.id().value())) {
      return "the head says that it belongs to agreement %s, and not to %s"
          .formatted(belongsTo, agreement.id());
    }
    if (head.position().sequence() != held || !head.position().hash().equals(hash)) {
      return "the head is at entry %d with hash %s; the entries end at %d with %s"
          .formatted(head.position().sequence(), head.position().hash(), held, hash);
    }
    return head.position().balance().equals(balance)
        ? null
        : "the head says a balance of %s; the entries come to %s"
            .formatted(head.position().balance(), balance);
  }

  /**
   * What a page of entries seals.
   *
   * @param documents by their entries
   * @param movements by their entries, in order
   * @param copies what is wrong with rows that repeat what a document says, by its entry
   */
  private record Sealed(
      Map<Long, Document> documents,
      Map<Long, List<Movement>> movements,
      Map<Long, String> copies) {

    Document document(Entry entry) {
      return Objects.requireNonNull(documents.get(entry.sequence()));
    }

    List<Movement> movements(Entry entry) {
      return movements.getOrDefault(entry.sequence(), List.of());
    }
  }

  private Sealed sealed(List<Entry> page) throws SQLException {
    Map<Act, List<Long>> sequences = new EnumMap<>(Act.class);
    for (Entry entry : page) {
      sequences.computeIfAbsent(entry.act(), act -> new ArrayList<>()).add(entry.sequence());
    }
    Map<Long, Document> found = documents.of(sequences);
    return new Sealed(found, movements(page), copies(page, found));
  }

  private Map<Long, List<Movement>> movements(List<Entry> page) throws SQLException {
    Map<Long, List<Movement>> movements = new HashMap<>();
    Sql.list(
        connection,
        MOVEMENTS,
        row ->
            movements
                .computeIfAbsent(row.getLong("sequence"), sequence -> new ArrayList<>())
                .add(movement(row)),
        account.value(),
        page.getFirst().sequence(),
        page.getLast().sequence());
    return movements;
  }

  /** The credit note that an upheld dispute is has a row of its own, which its entry implies. */
  private Map<Long, String> copies(List<Entry> page, Map<Long, Document> found)
      throws SQLException {
    Map<Long, DeskDocument.CreditNote> expected = new HashMap<>();
    for (Entry entry : page) {
      if (found.get(entry.sequence()) instanceof DeskDocument.DisputeResolution resolution
          && resolution.upheld()) {
        expected.put(entry.sequence(), UpheldDispute.creditNote(resolution, entry.effectiveDate()));
      }
    }
    Map<Long, Document> rows = new HashMap<>();
    if (!expected.isEmpty()) {
      documents
          .of(Act.CREDIT_NOTE, List.copyOf(expected.keySet()))
          .forEach(note -> rows.put(note.sequence(), note));
    }
    Map<Long, String> faults = new HashMap<>();
    expected.forEach(
        (sequence, note) -> {
          if (!note.equals(rows.get(sequence))) {
            faults.put(
                sequence,
                "the credit note of entry %d is not the one that its dispute's resolution is"
                    .formatted(sequence));
          }
        });
    return faults;
  }

  private Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        account,
        row.getLong("sequence"),
        Act.of(row.getString("kind")),
        Sql.money(row, "amount"),
        Sql.money(row, "balance_before"),
        Sql.money(row, "balance_after"),
        Sql.date(row, "effective_date"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("principal"),
        row.getString("document_number"),
        Objects.requireNonNullElse(row.getString("previous_hash"), EntryChain.GENESIS),
        row.getString("hash"));
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        Objects.equals(row.getString("kind"), Movement.Kind.ITEM.wireName())
            ? Movement.Kind.ITEM
            : Movement.Kind.CREDIT,
        Sql.longOrNull(row, "invoice_sequence"),
        Sql.longOrNull(row, "credit_sequence"),
        Sql.date(row, "due_date"),
        Sql.date(row, "invoice_date"),
        Sql.date(row, "effective_date"),
        Sql.money(row, "amount"),
        Sql.money(row, "disputed_amount"),
        row.getInt("open_invoices"));
  }
}
