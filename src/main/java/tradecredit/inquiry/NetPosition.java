package tradecredit.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.TradingAccount;
import tradecredit.money.Money;

/**
 * What two sides owe each other over all accounts between them, and the difference. A party that is
 * a member of a group stands on the group's side. It is a reading only: nothing is set off by it.
 *
 * <p>Example: Kattosko owes Auxer Telecom 26,467.55 and Seller, whose member Auxer Telecom is, owes
 * Kattosko 2,100.00: the net is 24,367.55, which Kattosko owes Seller.
 *
 * @param first one side
 * @param second the other
 * @param owedByFirst what the first owes on all accounts between the two, gross
 * @param owedBySecond what the second owes, gross
 */
public record NetPosition(PartyId first, PartyId second, Money owedByFirst, Money owedBySecond) {

  /** The difference, never negative. */
  public Money net() {
    return owedByFirst.max(owedBySecond).minus(owedByFirst.min(owedBySecond));
  }

  /** Who owes the net; null where it is 0.00. */
  public @Nullable PartyId debtor() {
    if (owedByFirst.equals(owedBySecond)) {
      return null;
    }
    return owedByFirst.isGreaterThan(owedBySecond) ? first : second;
  }

  /** To whom; null where it is 0.00. */
  public @Nullable PartyId creditor() {
    PartyId debtor = debtor();
    if (debtor == null) {
      return null;
    }
    return debtor.equals(first) ? second : first;
  }

  /** One net for each two sides that trade, in the order of their accounts. */
  public static List<NetPosition> of(Agreement agreement, AgreementBalances balances) {
    Map<List<PartyId>, NetPosition> nets = new LinkedHashMap<>();
    for (AgreementBalances.AccountBalance each : balances.accounts()) {
      Ends ends = Ends.of(agreement, each.account());
      NetPosition reversed = nets.get(List.of(ends.supplier(), ends.buyer()));
      NetPosition before =
          reversed == null
              ? nets.getOrDefault(List.of(ends.buyer(), ends.supplier()), none(ends))
              : reversed;
      NetPosition after = before.with(ends, each.balance());
      nets.put(List.of(after.first, after.second), after);
    }
    return new ArrayList<>(nets.values());
  }

  /**
   * The two sides of an account: the groups of its parties, or, where both are of one group, the
   * parties themselves.
   */
  private record Ends(PartyId supplier, PartyId buyer) {

    static Ends of(Agreement agreement, TradingAccount account) {
      PartyId supplier = agreement.sideOf(account.supplier());
      PartyId buyer = agreement.sideOf(account.buyer());
      return supplier.equals(buyer)
          ? new Ends(account.supplier(), account.buyer())
          : new Ends(supplier, buyer);
    }
  }

  private static NetPosition none(Ends ends) {
    return new NetPosition(ends.buyer(), ends.supplier(), Money.ZERO, Money.ZERO);
  }

  /** A negative balance is what the supplier owes. */
  private NetPosition with(Ends ends, Money balance) {
    PartyId owing = balance.isNegative() ? ends.supplier() : ends.buyer();
    Money amount = balance.isNegative() ? balance.negated() : balance;
    return owing.equals(first)
        ? new NetPosition(first, second, owedByFirst.plus(amount), owedBySecond)
        : new NetPosition(first, second, owedByFirst, owedBySecond.plus(amount));
  }
}
