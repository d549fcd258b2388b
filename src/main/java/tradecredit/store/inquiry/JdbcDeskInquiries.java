package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.BreachReading;
import tradecredit.inquiry.CaseFilter;
import tradecredit.inquiry.CaseKind;
import tradecredit.inquiry.CaseReading;
import tradecredit.inquiry.DeskInquiries;
import tradecredit.inquiry.InquirySettings;
import tradecredit.inquiry.Slice;
import tradecredit.inquiry.TermsReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.TermsHistory;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.head.TermsStore;
import tradecredit.store.record.Documents;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/** The credit desk's records in SQL: one snapshot a call. */
@Singleton
final class JdbcDeskInquiries implements DeskInquiries {

  private static final String TERMS_AGREED =
      """
      SELECT version, recorded_at FROM terms WHERE account_id = ? AND version > ? AND version <= ?
      ORDER BY account_id, version LIMIT ?""";

  private final Transactions transactions;
  private final TermsStore terms;
  private final BookClock clock;
  private final InquirySettings settings;

  JdbcDeskInquiries(
      Transactions transactions, TermsStore terms, BookClock clock, InquirySettings settings) {
    this.transactions = transactions;
    this.terms = terms;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Optional<Document> document(AccountId account, Act act, long sequence) {
    return transactions.read(
        connection ->
            new Documents(connection, account.value())
                .of(act, List.of(sequence)).stream().<Document>map(found -> found).findFirst());
  }

  @Override
  public Slice<CaseReading> cases(
      AccountId account, CaseKind kind, CaseFilter filter, long after, int limit) {
    return transactions.read(
        connection ->
            new CaseQueries(connection, account.value(), kind)
                .page(filter, after, limit)
                .weighing(settings.pageRows(), CaseReading::parts));
  }

  @Override
  public Optional<CaseReading> oneCase(AccountId account, CaseKind kind, long sequence) {
    return transactions.read(
        connection -> new CaseQueries(connection, account.value(), kind).one(sequence));
  }

  @Override
  public Slice<BreachReading> breaches(
      AccountId account, @Nullable LocalDate asOf, long after, int limit) {
    return transactions.read(
        connection ->
            Slice.of(
                new BreachQueries(connection, account.value(), asOf).page(after, limit + 1),
                limit));
  }

  @Override
  public boolean isBreach(AccountId account, long number) {
    return transactions.read(
        connection -> BreachQueries.exists(connection, account.value(), number));
  }

  @Override
  public TermsReading terms(AccountId account, @Nullable LocalDate asOf, long after, int limit) {
    return transactions.read(
        connection -> {
          HeadTable.Head head = HeadTable.select(connection, HeadTable.READ, account);
          TermsHistory history = terms.history(connection, head);
          LocalDate day =
              asOf == null ? clock.now(connection).notBefore(List.of(head)).businessDate() : asOf;
          Slice<TermsReading.Agreed> versions =
              Slice.of(agreed(connection, account, history, after, limit + 1), limit);
          return new TermsReading(
              day,
              history.on(day),
              versions.weighing(settings.pageRows(), TermsReading.Agreed::parts));
        });
  }

  private static List<TermsReading.Agreed> agreed(
      Connection connection, AccountId account, TermsHistory history, long after, int limit)
      throws SQLException {
    return Sql.list(
        connection,
        TERMS_AGREED,
        row ->
            new TermsReading.Agreed(
                history.versions().get(row.getInt("version") - 1), Sql.instant(row, "recorded_at")),
        account.value(),
        after,
        history.lastVersion(),
        limit);
  }
}
