package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import tradecredit.ledger.Desk;
import tradecredit.ledger.Position;
import tradecredit.ledger.TermsHistory;
import tradecredit.money.Money;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.Loaded;
import tradecredit.posting.Wanted;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.record.DueQueries;
import tradecredit.store.sql.ReadGroup;

/** The head, and what a batch asks for with it, whatever it says. */
record BatchReads(
    ReadGroup.Found<HeadTable.Head> head,
    Wanted wanted,
    ReadGroup.Found<BookClock.BookTime> now,
    List<ReadGroup.Found<KeyRecord>> keys,
    List<ReadGroup.Found<String>> proved,
    OpenItemQueries.Asked items) {

  /**
   * Reads them.
   *
   * @param select how the head is read
   * @param together whether the database answers several statements in one round trip
   * @param clock asks what time it is, and brings {@link ReadGroup#seeking} along
   */
  static BatchReads of(
      Connection connection,
      String account,
      Wanted wanted,
      String select,
      boolean together,
      Function<ReadGroup, ReadGroup.Found<BookClock.BookTime>> clock)
      throws SQLException {
    ReadGroup group = new ReadGroup(connection, together);
    ReadGroup.Found<HeadTable.Head> head = group.ask(select, HeadTable::read, account);
    BatchReads reads =
        new BatchReads(
            head,
            wanted,
            clock.apply(group),
            KeyQueries.ask(group, account, wanted.idempotencyKeys()),
            KeyQueries.askForProof(group, wanted.unprovedApiKeys()),
            OpenItemQueries.ask(group, account, wanted));
    group.read();
    return reads;
  }

  /** What the batch is told: this, and what the head makes necessary. */
  Loaded loaded(Connection connection, TermsHistory terms) throws SQLException {
    Position position = head.one().position();
    String account = position.account().value();
    OpenItemQueries openItems = new OpenItemQueries(connection, account);
    LocalDate today = now.one().businessDate();
    Desk desk = desk(connection, account);
    return new Loaded(
        now.one().instant(),
        today,
        KeyQueries.byKey(keys),
        KeyQueries.proved(proved),
        openItems.items(items, wanted, DeskQueries.invoices(wanted.desk(), desk)),
        items.takenReferences(),
        needsSchedule(position, terms, wanted, today)
            ? DueQueries.dueFrom(connection, account, position.businessDate())
            : new TreeMap<>(),
        today.isAfter(position.businessDate())
            ? openItems.falling(position.businessDate(), today)
            : List.of(),
        desk);
  }

  private Desk desk(Connection connection, String account) throws SQLException {
    DeskQueries queries = new DeskQueries(connection, account);
    Desk desk = queries.desk(wanted.desk());
    if (wanted.setOff() != null) {
      queries.addRuling(desk, wanted.setOff());
    }
    return desk;
  }

  /**
   * Whether a batch needs to know what falls due when: only when a new day begins, or it can meet
   * the limit.
   */
  static boolean needsSchedule(
      Position position, TermsHistory terms, Wanted wanted, LocalDate today) {
    if (today.isAfter(position.businessDate())) {
      return true;
    }
    Money limit = terms.on(position.businessDate()).terms().creditLimit();
    return position.balance().plus(wanted.invoiced()).isGreaterThan(limit);
  }
}
