package tradecredit.store.posting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.TermsHistory;
import tradecredit.posting.Wanted;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.head.TermsStore;
import tradecredit.store.posting.JdbcBookSession.Ending;
import tradecredit.store.sql.ReadGroup;
import tradecredit.store.sql.Transactions;

/**
 * Opens sessions: reads an account's head as the transaction needs it, then what the batch wants.
 */
@Singleton
final class Sessions {

  private final TermsStore terms;
  private final BookClock clock;
  private final Agreement agreement;
  private final boolean together;

  Sessions(TermsStore terms, BookClock clock, Agreement agreement, Transactions transactions) {
    this.terms = terms;
    this.clock = clock;
    this.agreement = agreement;
    this.together = transactions.takesGroups();
  }

  /** How an account's head is read, and what ends the transaction. */
  enum Mode {
    /** Locked if nobody else holds it; the transaction is the batch's rows and nothing else. */
    FREE(HeadTable.LOCK_IF_FREE, true),

    /** Locked, however long that takes; the transaction is the batch's rows and nothing else. */
    LOCKED(HeadTable.LOCK, true),

    /**
     * The same on H2, which takes one statement at a time: whoever began the transaction commits
     * it.
     */
    LOCKED_ON_H2(HeadTable.LOCK_ON_H2, false),

    /** Not locked here: only read, or locked already together with the other account. */
    READING(HeadTable.READ, false);

    private final String select;
    private final boolean commits;

    Mode(String select, boolean commits) {
      this.select = select;
      this.commits = commits;
    }
  }

  /** Reads the head, then what the batch wants. */
  JdbcBookSession open(Connection connection, AccountId account, Wanted wanted, Mode mode)
      throws SQLException {
    return session(connection, read(connection, account, wanted, mode), mode);
  }

  /** The same; none where another transaction holds the head: what was read then is stale. */
  Optional<JdbcBookSession> openIfFree(Connection connection, AccountId account, Wanted wanted)
      throws SQLException {
    BatchReads reads = read(connection, account, wanted, Mode.FREE);
    return reads.head().rows().isEmpty()
        ? Optional.empty()
        : Optional.of(session(connection, reads, Mode.FREE));
  }

  /** The same at a moment that others share, read under the locks of all of them. */
  JdbcBookSession openAt(
      BookClock.BookTime at, Connection connection, AccountId account, Wanted wanted)
      throws SQLException {
    BatchReads reads =
        BatchReads.of(
            connection,
            account.value(),
            wanted,
            Mode.READING.select,
            together,
            group -> clock.askSeeking(group, at));
    return session(connection, reads, Mode.READING);
  }

  private BatchReads read(Connection connection, AccountId account, Wanted wanted, Mode mode)
      throws SQLException {
    return BatchReads.of(
        connection, account.value(), wanted, mode.select, together, clock::askSeeking);
  }

  private JdbcBookSession session(Connection connection, BatchReads reads, Mode mode)
      throws SQLException {
    HeadTable.Head head = reads.head().one();
    TermsHistory history = terms.history(connection, head);
    return new JdbcBookSession(
        connection,
        head,
        history,
        reads.loaded(connection, history),
        mode.commits ? Ending.COMMIT : Ending.OPEN);
  }

  /** Waits for the account until it is locked, and tells how it was found then. */
  AsLeft lock(Connection connection, AccountId account) throws SQLException {
    ReadGroup group = new ReadGroup(connection, true);
    ReadGroup.Found<HeadTable.Head> locked =
        group.ask(HeadTable.LOCK, HeadTable::read, account.value());
    ReadGroup.Found<BookClock.BookTime> now = clock.ask(group);
    group.read();
    HeadTable.Head head = locked.one();
    return new AsLeft(
        head,
        terms.history(connection, head),
        now.one().instant(),
        now.one().businessDate(),
        System.nanoTime());
  }

  /** What is foreseen of an account that was left so; see {@link UnaskedWrite#of}. */
  Optional<UnaskedWrite> foreseen(AsLeft left, Wanted wanted, long nanoTime) {
    return UnaskedWrite.of(left, wanted, clock, agreement, nanoTime);
  }
}
