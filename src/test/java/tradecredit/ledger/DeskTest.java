package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

class DeskTest {

  private static final LocalDate DAY = LocalDate.parse("2001-06-20");

  private static Desk.Credit payment(long sequence, String unapplied) {
    return credit(Act.PAYMENT, sequence, unapplied);
  }

  private static Desk.Credit credit(Act act, long sequence, String unapplied) {
    return new Desk.Credit(act, sequence, Money.parse(unapplied), DAY, null, null, List.of());
  }

  private static DeskDocument.Dispute dispute(long sequence) {
    return new DeskDocument.Dispute(
        sequence, 1, new InvoiceNumber("A-1"), Money.parse("1.00"), "dead", List.of());
  }

  @Test
  void each_credit_that_a_batch_changes_is_told_once_as_it_is_at_its_end() {
    Desk desk = Desk.empty();
    desk.replace(payment(2, "10.00"));
    desk.replace(payment(3, "20.00"));
    desk.replace(credit(Act.CREDIT_NOTE, 4, "30.00"));
    desk.replace(payment(2, "1.00"));
    assertThat(desk.changed(Act.PAYMENT))
        .containsExactlyInAnyOrder(payment(2, "1.00"), payment(3, "20.00"));
    assertThat(desk.changed(Act.CREDIT_NOTE)).containsExactly(credit(Act.CREDIT_NOTE, 4, "30.00"));
    assertThat(desk.credit(2)).isEqualTo(payment(2, "1.00"));
  }

  @Test
  void a_dispute_that_is_decided_is_open_no_more_and_the_others_are() {
    Desk desk = Desk.empty();
    desk.open(dispute(5), "clerk");
    desk.open(dispute(6), "clerk");
    Desk.CaseDecision upheld = new Desk.CaseDecision(7, "upheld", DAY);
    desk.decide(desk.found(dispute(5)), upheld);
    assertThat(desk.openDisputes()).containsExactly(dispute(6));
    assertThat(desk.found(dispute(5)).decided()).isEqualTo(upheld);
    assertThat(desk.found(dispute(6)).decided()).isNull();
  }
}
