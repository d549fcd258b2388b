package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.inquiry.AgreementBalances;
import tradecredit.inquiry.AgreementInquiries;
import tradecredit.store.figure.CellQueries;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.sql.Transactions;

/** All accounts of the agreement on one snapshot. */
@Singleton
final class JdbcAgreementInquiries implements AgreementInquiries {

  private final Transactions transactions;
  private final BookClock clock;
  private final Agreement agreement;

  JdbcAgreementInquiries(Transactions transactions, BookClock clock, Agreement agreement) {
    this.transactions = transactions;
    this.clock = clock;
    this.agreement = agreement;
  }

  @Override
  public AgreementBalances balances(@Nullable LocalDate asOf) {
    return transactions.read(connection -> balances(connection, asOf));
  }

  private AgreementBalances balances(Connection connection, @Nullable LocalDate asOf)
      throws SQLException {
    List<HeadTable.Head> heads = new ArrayList<>();
    for (TradingAccount account : agreement.accounts()) {
      heads.add(HeadTable.select(connection, HeadTable.READ, account.id()));
    }
    LocalDate today = clock.now(connection).notBefore(heads).businessDate();
    LocalDate day = asOf == null ? today : asOf;
    List<AgreementBalances.AccountBalance> balances = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      TradingAccount account = agreement.accounts().get(i);
      balances.add(
          new AgreementBalances.AccountBalance(
              account,
              heads.get(i).position().sequence(),
              CellQueries.sums(connection, account.id().value(), day).balance()));
    }
    return new AgreementBalances(day, today, balances);
  }
}
