package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.InquirySettings;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.inquiry.Slice;
import tradecredit.store.figure.FigureQueries;
import tradecredit.store.sql.Transactions;

/** Invoices as they are on the book's today, each reading on one snapshot. */
@Singleton
final class InvoiceReadings {

  private final Transactions transactions;
  private final FigureQueries figures;
  private final InquirySettings settings;

  InvoiceReadings(Transactions transactions, FigureQueries figures, InquirySettings settings) {
    this.transactions = transactions;
    this.figures = figures;
    this.settings = settings;
  }

  /** A page, which ends early where its invoices have many lines and credits, or long texts. */
  Slice<InvoiceReading> page(AccountId account, InvoiceFilter filter, long after, int limit) {
    return transactions
        .read(
            connection ->
                today(connection, account).page(filter, after, limit, settings.pageRows()))
        .weighing(settings.pageBytes(), InvoiceReading::textBytes);
  }

  /** The one of that entry, with all its lines and credits. */
  Optional<InvoiceReading> one(AccountId account, long sequence) {
    return transactions.read(connection -> today(connection, account).one(sequence));
  }

  private InvoiceQueries today(Connection connection, AccountId account) throws SQLException {
    return new InvoiceQueries(
        connection, account.value(), figures.now(connection, account).today());
  }
}
