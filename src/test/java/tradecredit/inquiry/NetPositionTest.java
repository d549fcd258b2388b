package tradecredit.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementFile;
import tradecredit.agreement.PartyId;
import tradecredit.money.Money;
import tradecredit.support.ShippedAgreement;

/** Who owes whom when the accounts between two sides are held against each other. */
class NetPositionTest {

  private static final PartyId KATTOSKO = new PartyId("kattosko");
  private static final PartyId SELLER = new PartyId("seller");

  /** The balances of the agreement's accounts, in their order, in cents. */
  private static List<NetPosition> nets(Agreement agreement, long... cents) {
    List<AgreementBalances.AccountBalance> balances = new ArrayList<>();
    for (int i = 0; i < cents.length; i++) {
      balances.add(
          new AgreementBalances.AccountBalance(
              agreement.accounts().get(i), 1, Money.ofCents(cents[i])));
    }
    LocalDate today = LocalDate.of(2001, 6, 1);
    return NetPosition.of(agreement, new AgreementBalances(today, today, balances));
  }

  @Test
  void auxer_telecom_stands_on_the_side_of_seller() {
    NetPosition net = nets(ShippedAgreement.read(), 500, 200).getFirst();
    assertThat(net)
        .isEqualTo(new NetPosition(KATTOSKO, SELLER, Money.ofCents(500), Money.ofCents(200)));
    assertThat(net.net()).isEqualTo(Money.ofCents(300));
    assertThat(net.debtor()).isEqualTo(KATTOSKO);
    assertThat(net.creditor()).isEqualTo(SELLER);
  }

  @Test
  void who_owes_more_owes_the_difference() {
    NetPosition net = nets(ShippedAgreement.read(), 200, 500).getFirst();
    assertThat(net.net()).isEqualTo(Money.ofCents(300));
    assertThat(net.debtor()).isEqualTo(SELLER);
    assertThat(net.creditor()).isEqualTo(KATTOSKO);
  }

  @Test
  void equal_balances_leave_nothing_and_nobody_owes_it() {
    NetPosition net = nets(ShippedAgreement.read(), 500, 500).getFirst();
    assertThat(net.net()).isEqualTo(Money.ZERO);
    assertThat(net.debtor()).isNull();
    assertThat(net.creditor()).isNull();
    assertThat(net.owedByFirst()).isEqualTo(Money.ofCents(500));
  }

  @Test
  void a_negative_balance_is_owed_by_the_supplier() {
    NetPosition net = nets(ShippedAgreement.read(), -500, 200).getFirst();
    assertThat(net).isEqualTo(new NetPosition(KATTOSKO, SELLER, Money.ZERO, Money.ofCents(700)));
  }

  @Test
  void each_two_sides_that_trade_have_a_net_of_their_own_and_members_of_a_group_one_too() {
    Agreement agreement =
        AgreementFile.read(
            "test.yml",
            new StringReader(
                PARTIES
                    + account("first", "a", "b")
                    + account("second", "b", "am")
                    + account("third", "m", "c")
                    + account("within", "a", "m")));
    assertThat(nets(agreement, 10, 20, 40, 80))
        .containsExactly(net("b", "am", 10, 20), net("c", "am", 40, 0), net("m", "a", 80, 0));
  }

  private static NetPosition net(String first, String second, long byFirst, long bySecond) {
    return new NetPosition(
        new PartyId(first), new PartyId(second), Money.ofCents(byFirst), Money.ofCents(bySecond));
  }

  private static String account(String id, String supplier, String buyer) {
    return """
          - id: %s
            supplier: %s
            buyer: %s
            clause: 1
            terms: {creditLimit: "5.00", netDays: 1, discounts: {}, requiresGoodStanding: false}
        """
        .formatted(id, supplier, buyer);
  }

  /** Three sides, one of them a group of two. */
  private static final String PARTIES =
      """
      id: test
      title: Test
      effectiveDate: 2001-05-16
      timeZone: America/New_York
      currency: USD
      parties:
        - {id: a, name: A}
        - {id: b, name: B}
        - {id: c, name: C}
        - {id: m, name: M}
      groups:
        - {id: am, name: A and M, members: [a, m]}
      products:
        - {id: card, name: Card, soldOn: [first]}
      clauses:
        - {number: 1, summary: Trade., treatment: enforced, how: Accounts.}
      accounts:
      """;
}
