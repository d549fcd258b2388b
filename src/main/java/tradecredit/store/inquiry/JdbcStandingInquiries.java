package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.AfterLastEventException;
import tradecredit.inquiry.EventReading;
import tradecredit.inquiry.Slice;
import tradecredit.inquiry.StandingChangeReading;
import tradecredit.inquiry.StandingInquiries;
import tradecredit.inquiry.StandingReading;
import tradecredit.ledger.DueSchedule;
import tradecredit.ledger.StandingReasons;
import tradecredit.ledger.TermsHistory;
import tradecredit.store.figure.FigureQueries;
import tradecredit.store.head.HeadTable;
import tradecredit.store.head.TermsStore;
import tradecredit.store.record.DueQueries;
import tradecredit.store.record.EventQueries;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/** Standing and events in SQL: one snapshot a call. */
@Singleton
final class JdbcStandingInquiries implements StandingInquiries {

  private static final String LAST_EVENT =
      "SELECT last_event FROM account_head WHERE account_id = ?";

  private final Transactions transactions;
  private final FigureQueries figures;
  private final TermsStore terms;

  JdbcStandingInquiries(Transactions transactions, FigureQueries figures, TermsStore terms) {
    this.transactions = transactions;
    this.figures = figures;
    this.terms = terms;
  }

  @Override
  public StandingReading standing(AccountId account, @Nullable LocalDate asOf) {
    return transactions.read(connection -> standing(connection, account, asOf));
  }

  private StandingReading standing(
      Connection connection, AccountId account, @Nullable LocalDate asOf) throws SQLException {
    AccountFigures found = figures.figures(connection, account, asOf);
    StandingQueries queries = new StandingQueries(connection, account.value());
    StandingReasons reasons = found.reasons();
    LocalDate day = found.asOf();
    boolean now = day.equals(found.businessDate());
    List<StandingReading.LateInvoice> late = List.of();
    if (reasons.pastDue().isPositive()) {
      late = now ? queries.lateNow(day) : queries.lateOn(day);
    }
    return new StandingReading(
        day,
        found.businessDate(),
        found.sequence(),
        found.terms().requiresGoodStanding(),
        reasons,
        since(connection, account, day),
        late,
        reasons.overLimit().isPositive() ? queries.openBreach(day) : null,
        queries.returns(day, reasons.shortfall()));
  }

  /** What is recorded; of days that have not ended yet, what their end will record. */
  private @Nullable LocalDate since(Connection connection, AccountId account, LocalDate day)
      throws SQLException {
    HeadTable.Head head = HeadTable.select(connection, HeadTable.READ, account);
    LocalDate judged = head.position().businessDate();
    LocalDate turned = null;
    if (day.isAfter(judged)) {
      DueSchedule schedule =
          new DueSchedule(DueQueries.dueFrom(connection, account.value(), judged));
      TermsHistory history = terms.history(connection, head);
      turned = schedule.lastTurn(head.position(), day, history);
    }
    return turned == null ? new StandingQueries(connection, account.value()).since(day) : turned;
  }

  @Override
  public Slice<StandingChangeReading> changes(AccountId account, long after, int limit) {
    return transactions.read(
        connection ->
            Slice.of(
                new StandingQueries(connection, account.value()).changes(after, limit + 1), limit));
  }

  @Override
  public Slice<EventReading> events(AccountId account, long after, int limit) {
    return transactions.read(
        connection -> {
          List<EventReading> page = new EventQueries(connection, account).page(after, limit + 1);
          if (page.isEmpty()) {
            holdToLastEvent(connection, account, after);
          }
          return Slice.of(page, limit);
        });
  }

  /** Of the same snapshot as the page: an event that is told of is never above the last one. */
  private static void holdToLastEvent(Connection connection, AccountId account, long after)
      throws SQLException {
    long last = Sql.one(connection, LAST_EVENT, row -> row.getLong("last_event"), account.value());
    if (after > last) {
      throw new AfterLastEventException(account, after, last);
    }
  }
}
