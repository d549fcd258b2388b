package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/** A decision holds enough to be recomputed. */
class DecisionsTest {

  @Test
  void a_decision_holds_what_was_asked_and_what_stood_before_it() {
    OpenBook book =
        aBook().withLimit("500.00").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    Decision decision = book.accepts(anInvoice("A-2").of("150.00")).decision();
    assertThat(decision.act()).isEqualTo(Act.INVOICE);
    assertThat(decision.documentNumber()).isEqualTo("A-2");
    assertThat(decision.requested()).isEqualTo(Money.parse("150.00"));
    assertThat(decision.balance()).isEqualTo(Money.parse("300.00"));
    assertThat(decision.creditLimit()).isEqualTo(Money.parse("500.00"));
    assertThat(decision.standing()).isEqualTo(Standing.GOOD);
    assertThat(decision.businessDate()).isEqualTo("2001-05-20");
    assertThat(decision.principal()).isEqualTo(OpenBook.PRINCIPAL);
    assertThat(decision.sequence()).isEqualTo(2);
    assertThat(decision.after())
        .isEqualTo(new AccountState(2, Money.parse("450.00"), Money.parse("50.00"), Standing.GOOD));
  }

  @Test
  void a_refused_decision_holds_its_refusal_and_the_account_unchanged() {
    OpenBook book =
        aBook().withLimit("500.00").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    Outcome outcome = book.post(anInvoice("A-2").of("200.01").posting());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.decision().sequence()).isNull();
    assertThat(outcome.decision().refusal()).isEqualTo(((Outcome.Refused) outcome).refusal());
    assertThat(outcome.decision().after())
        .isEqualTo(
            new AccountState(1, Money.parse("300.00"), Money.parse("200.00"), Standing.GOOD));
  }

  @Test
  void every_answer_for_the_limit_follows_from_the_decisions_own_figures() {
    OpenBook book = aBook().withLimit("500.00").open();
    for (int i = 0; i < 20; i++) {
      book.post(anInvoice("A-" + i).of((i * 37 % 200 + 1) + ".00").posting());
      book.post(aPayment("P-" + i).of((i * 53 % 150 + 1) + ".00").posting());
    }
    assertThat(book.journal().decisions())
        .filteredOn(decision -> decision.act() == Act.INVOICE)
        .allSatisfy(
            decision -> {
              Money after = decision.balance().plus(decision.requested());
              assertThat(decision.refusal() != null)
                  .isEqualTo(after.isGreaterThan(decision.creditLimit()));
            })
        .anySatisfy(decision -> assertThat(decision.refusal()).isNotNull())
        .anySatisfy(decision -> assertThat(decision.refusal()).isNull());
  }

  @Test
  void a_decision_names_the_version_of_the_terms_of_its_business_date() {
    OpenBook book =
        aBook()
            .amendedFrom("2001-05-21", "400.00", 21, Map.of())
            .amendedFrom("2001-05-25", "300.00", 21, Map.of())
            .open();
    assertThat(termsVersion(book)).isEqualTo("1 50000.00");
    assertThat(termsVersion(book.advanceTo("2001-05-24"))).isEqualTo("2 400.00");
    assertThat(termsVersion(book.advanceTo("2001-05-25"))).isEqualTo("3 300.00");
  }

  private static String termsVersion(OpenBook book) {
    Decision decision =
        book.post(anInvoice("A-" + book.position().sequence()).of("1.00").posting()).decision();
    return decision.termsVersion() + " " + decision.creditLimit();
  }

  @Test
  void a_decision_is_either_an_entry_or_a_refusal() {
    Decision posted = aBook().open().accepts(anInvoice("A-1")).decision();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(posted, posted.sequence(), new Refusal.InvoiceUnknown("A-9")));
    assertThatIllegalArgumentException().isThrownBy(() -> with(posted, null, null));
  }

  private static Decision with(
      Decision decision, @Nullable Long sequence, @Nullable Refusal refusal) {
    return new Decision(
        decision.number(),
        decision.act(),
        decision.documentNumber(),
        sequence,
        refusal,
        decision.requested(),
        decision.balance(),
        decision.creditLimit(),
        decision.termsVersion(),
        decision.standing(),
        decision.after(),
        decision.businessDate(),
        decision.recordedAt(),
        decision.principal());
  }

  @Test
  void an_outcome_gives_back_the_very_decision_that_is_written() {
    OpenBook book = aBook().withLimit("100.00").open();
    Decision first = book.post(anInvoice("A-1").posting()).decision();
    Decision second = book.post(anInvoice("A-2").posting()).decision();
    assertThat(book.journal().decisions()).containsExactly(first, second);
    assertThat(Objects.requireNonNull(second.refusal()).code())
        .isEqualTo(RefusalCode.CREDIT_LIMIT_EXCEEDED);
  }
}
