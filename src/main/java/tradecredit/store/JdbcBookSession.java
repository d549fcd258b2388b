package tradecredit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Book;
import tradecredit.ledger.Desk;
import tradecredit.ledger.Document;
import tradecredit.ledger.Journal;
import tradecredit.ledger.OpenItem;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Position;
import tradecredit.ledger.TermsHistory;
import tradecredit.money.Money;
import tradecredit.posting.BookSession;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.Loaded;
import tradecredit.posting.Wanted;

/** One account in one transaction. */
final class JdbcBookSession implements BookSession {

  private final Connection connection;
  private final HeadTable.Head head;
  private final TermsHistory terms;
  private final BookClock clock;
  private final OpenItemQueries openItems;

  JdbcBookSession(
      Connection connection, HeadTable.Head head, TermsStore termsStore, BookClock clock)
      throws SQLException {
    this.connection = connection;
    this.head = head;
    this.clock = clock;
    this.terms = termsStore.history(connection, head.position().account(), head.termsVersion());
    this.openItems = new OpenItemQueries(connection, account());
  }

  private String account() {
    return head.position().account().value();
  }

  @Override
  public Position position() {
    return head.position();
  }

  @Override
  public TermsHistory terms() {
    return terms;
  }

  @Override
  public Loaded load(Wanted wanted) {
    return guarded(
        () -> {
          BookClock.Moment now = clock.now(connection);
          Desk desk = desk(wanted);
          return new Loaded(
              now.instant(),
              now.businessDate(),
              KeyQueries.answered(connection, account(), wanted.keys()),
              openItems.items(wanted, DeskQueries.invoices(wanted.desk(), desk)),
              openItems.takenReferences(wanted.references()),
              dueOn(wanted, now.businessDate()),
              falling(now.businessDate()),
              desk);
        });
  }

  private Desk desk(Wanted wanted) throws SQLException {
    Desk desk = new DeskQueries(connection, account()).desk(wanted.desk());
    if (wanted.setOff() != null) {
      new SetOffQueries(connection, account()).addRuling(desk, wanted.setOff());
    }
    return desk;
  }

  /** Asked for only when a new day begins. */
  private List<OpenItem> falling(LocalDate today) throws SQLException {
    LocalDate judged = head.position().businessDate();
    return today.isAfter(judged) ? openItems.falling(judged, today) : List.of();
  }

  /**
   * Asked for only when a new day begins or the batch can meet the limit: it costs days, not
   * invoices.
   */
  private SortedMap<LocalDate, Money> dueOn(Wanted wanted, LocalDate today) throws SQLException {
    Position position = head.position();
    boolean newDay = today.isAfter(position.businessDate());
    Money limit = terms.on(newDay ? today : position.businessDate()).terms().creditLimit();
    boolean mayMeetLimit = position.balance().plus(wanted.invoiced()).isGreaterThan(limit);
    return newDay || mayMeetLimit ? openItems.dueFrom(position.businessDate()) : new TreeMap<>();
  }

  @Override
  public Map<Long, Outcome> outcomes(Collection<Long> decisions) {
    return guarded(
        () -> new OutcomeQueries(connection, head.position().account()).outcomes(decisions));
  }

  @Override
  public List<BatchItem> refusedItems(long decision) {
    return guarded(() -> OutcomeQueries.refusedItems(connection, account(), decision));
  }

  @Override
  public void write(Book book, List<KeyRecord> keys) {
    guarded(
        () -> {
          DeskRows.add(book, group(book, keys))
              .add(
                  HeadTable.UPDATE,
                  HeadTable.parameters(book.position(), book.rules().terms().lastVersion()))
              .execute(connection);
          return keys;
        });
  }

  private WriteGroup group(Book book, List<KeyRecord> keys) {
    Journal journal = book.journal();
    List<Document.Invoice> invoices = documents(journal, Document.Invoice.class);
    List<MovementTables.MovementRow> movements = MovementTables.rows(journal.pages());
    return new WriteGroup(account())
        .add(DocumentTables.ENTRIES, journal.pages().stream().map(Journal.Page::entry).toList())
        .add(DocumentTables.INVOICES, invoices.stream().map(invoice -> row(book, invoice)).toList())
        .add(
            DocumentTables.LINES,
            invoices.stream().flatMap(invoice -> lines(invoice).stream()).toList())
        .add(DocumentTables.PAYMENTS, documents(journal, Document.Payment.class))
        .add(MovementTables.MOVEMENTS, movements)
        .add(MovementTables.CELLS, MovementTables.cells(movements))
        .add(DocumentTables.OPEN_FIGURES, touchedBefore(book))
        .add(DecisionTables.DECISIONS, journal.decisions())
        .add(DecisionTables.BATCH_REFUSALS, journal.itemRefusals())
        .add(DecisionTables.KEYS, keys)
        .add(DecisionTables.EVENTS, journal.events())
        .add(DecisionTables.STANDING_CHANGES, journal.standingChanges());
  }

  private static <D extends Document> List<D> documents(Journal journal, Class<D> kind) {
    return journal.pages().stream()
        .map(Journal.Page::document)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static DocumentTables.InvoiceRow row(Book book, Document.Invoice invoice) {
    return new DocumentTables.InvoiceRow(invoice, book.items().atTheEnd(invoice));
  }

  private static List<DocumentTables.LineRow> lines(Document.Invoice invoice) {
    List<DocumentTables.LineRow> rows = new java.util.ArrayList<>();
    for (int i = 0; i < invoice.lines().size(); i++) {
      rows.add(new DocumentTables.LineRow(invoice.sequence(), i + 1, invoice.lines().get(i)));
    }
    return rows;
  }

  private List<OpenItem> touchedBefore(Book book) {
    return book.items().changed().stream()
        .filter(item -> item.sequence() <= head.position().sequence())
        .toList();
  }

  /** A statement or several. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private static <T> T guarded(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException fault) {
      throw SqlFaults.of(fault);
    }
  }
}
