package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tradecredit.agreement.AccountId;
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
  private final OpenItemQueries openItems;
  private final Loaded loaded;
  private final boolean writesCommit;

  private JdbcBookSession(
      Connection connection,
      HeadTable.Head head,
      TermsHistory terms,
      Reads reads,
      boolean writesCommit)
      throws SQLException {
    this.connection = connection;
    this.head = head;
    this.terms = terms;
    this.openItems = new OpenItemQueries(connection, account());
    this.loaded = loaded(reads);
    this.writesCommit = writesCommit;
  }

  /** The head, and what is asked for with it, whatever it says. */
  private record Reads(
      ReadGroup.Answer<HeadTable.Head> head,
      Wanted wanted,
      ReadGroup.Answer<BookClock.Moment> now,
      List<ReadGroup.Answer<KeyRecord>> keys,
      List<ReadGroup.Answer<String>> proved,
      OpenItemQueries.Asked items) {}

  /**
   * How a session is opened.
   *
   * @param select how the head is read
   * @param together whether the database answers several statements in one round trip
   * @param writesCommit whether what is written is all there is to the transaction, so that the
   *     same round trip commits it
   */
  record Mode(String select, boolean together, boolean writesCommit) {}

  /** Reads the head, then what the batch wants. */
  static JdbcBookSession open(
      Connection connection, AccountId account, Wanted wanted, Mode mode, Shared shared)
      throws SQLException {
    Reads reads = read(connection, account, wanted, mode, shared);
    return session(connection, reads.head().one(), reads, mode, shared);
  }

  /** The same; none where the head is not there for {@code mode}: what was read then is stale. */
  static Optional<JdbcBookSession> openIfFree(
      Connection connection, AccountId account, Wanted wanted, Mode mode, Shared shared)
      throws SQLException {
    Reads reads = read(connection, account, wanted, mode, shared);
    return reads.head().rows().isEmpty()
        ? Optional.empty()
        : Optional.of(session(connection, reads.head().one(), reads, mode, shared));
  }

  private static Reads read(
      Connection connection, AccountId account, Wanted wanted, Mode mode, Shared shared)
      throws SQLException {
    ReadGroup group = new ReadGroup(connection, mode.together());
    ReadGroup.Answer<HeadTable.Head> head =
        group.ask(mode.select(), HeadTable::read, account.value());
    Reads reads =
        new Reads(
            head,
            wanted,
            shared.clock().ask(group),
            KeyQueries.ask(group, account.value(), wanted.keys()),
            KeyQueries.askForProof(group, wanted.unprovedKeys()),
            OpenItemQueries.ask(group, account.value(), wanted));
    group.read();
    return reads;
  }

  private static JdbcBookSession session(
      Connection connection, HeadTable.Head head, Reads reads, Mode mode, Shared shared)
      throws SQLException {
    TermsHistory terms =
        shared.terms().history(connection, head.position().account(), head.termsVersion());
    return new JdbcBookSession(connection, head, terms, reads, mode.writesCommit());
  }

  /** What all sessions share. */
  @Singleton
  record Shared(TermsStore terms, BookClock clock) {}

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
  public Loaded loaded() {
    return loaded;
  }

  private Loaded loaded(Reads reads) throws SQLException {
    BookClock.Moment now = reads.now().one();
    Wanted wanted = reads.wanted();
    Desk desk = desk(wanted);
    return new Loaded(
        now.instant(),
        now.businessDate(),
        KeyQueries.byKey(reads.keys()),
        KeyQueries.proved(reads.proved()),
        openItems.items(reads.items(), wanted, DeskQueries.invoices(wanted.desk(), desk)),
        reads.items().takenReferences(),
        dueOn(wanted, now.businessDate()),
        falling(now.businessDate()),
        desk);
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
          WriteGroup all =
              DeskRows.add(book, group(book, keys))
                  .add(
                      HeadTable.UPDATE,
                      HeadTable.parameters(book.position(), book.rules().terms().lastVersion()));
          (writesCommit ? all.thenCommit() : all).execute(connection);
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
