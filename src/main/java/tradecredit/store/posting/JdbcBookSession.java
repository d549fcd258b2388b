package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Book;
import tradecredit.ledger.Journal;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Position;
import tradecredit.ledger.TermsHistory;
import tradecredit.posting.BookSession;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.Loaded;
import tradecredit.store.head.HeadTable;
import tradecredit.store.record.OutcomeQueries;
import tradecredit.store.sql.Transactions;
import tradecredit.store.sql.WriteGroup;

/** One account in one transaction. */
final class JdbcBookSession implements BookSession {

  private final Connection connection;
  private final HeadTable.Head opened;
  private final Loaded loaded;
  private final Ending ending;
  private HeadTable.Head head;
  private TermsHistory terms;
  private boolean written;

  JdbcBookSession(
      Connection connection,
      HeadTable.Head head,
      TermsHistory terms,
      Loaded loaded,
      Ending ending) {
    this.connection = connection;
    this.opened = head;
    this.head = head;
    this.terms = terms;
    this.loaded = loaded;
    this.ending = ending;
  }

  /** How what a batch brought is written, and what becomes of the transaction. */
  @FunctionalInterface
  interface Ending {

    /** The rows and the head's update; somebody else ends the transaction. */
    Ending OPEN = (group, to, connection) -> moving(group, to).execute(connection);

    /** The same, and since nothing else belongs to the transaction, its commit. */
    Ending COMMIT = (group, to, connection) -> moving(group, to).thenCommit().execute(connection);

    /** Told what the batch brought, before anything is made of it. */
    default void begin(Journal journal) {}

    /**
     * Writes.
     *
     * @param group the rows
     * @param to where the head moves
     */
    void write(WriteGroup group, HeadTable.Head to, Connection connection) throws SQLException;

    private static WriteGroup moving(WriteGroup group, HeadTable.Head to) {
      return group.add(HeadTable.UPDATE, HeadTable.parameters(to));
    }
  }

  /**
   * Reads nothing: the batch is told what was foreseen, and nothing is written if that is wrong.
   */
  static JdbcBookSession unasked(Connection connection, UnaskedWrite unasked) {
    return new JdbcBookSession(
        connection, unasked.head(), unasked.terms(), unasked.loaded(), unasked);
  }

  /** The head as it is left once the transaction is committed. */
  HeadTable.Head head() {
    return head;
  }

  /** Whether anything was written. */
  boolean isWritten() {
    return written;
  }

  private String account() {
    return opened.position().account().value();
  }

  @Override
  public Position position() {
    return opened.position();
  }

  @Override
  public TermsHistory terms() {
    return terms;
  }

  @Override
  public Loaded loaded() {
    return loaded;
  }

  @Override
  public Map<Long, Outcome> outcomes(Collection<Long> decisions) {
    return Transactions.within(
        connection,
        same -> new OutcomeQueries(same, opened.position().account()).outcomes(decisions));
  }

  @Override
  public List<BatchItem> refusedItems(long decision) {
    return Transactions.within(
        connection, same -> OutcomeQueries.refusedItems(same, account(), decision));
  }

  @Override
  public void write(Book book, List<KeyRecord> keys) {
    Transactions.within(
        connection,
        same -> {
          ending.begin(book.journal());
          terms = book.rules().terms();
          head = new HeadTable.Head(book.position(), terms.lastVersion());
          ending.write(JournalRows.of(book, keys, opened.position().sequence()), head, same);
          written = true;
          return keys;
        });
  }
}
