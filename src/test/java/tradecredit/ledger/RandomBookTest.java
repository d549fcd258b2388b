package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Money;

/**
 * Thousands of random steps, each played on the book and on a plain model beside it. A failure
 * names its seed and the steps to it: the shortest of that seed, because everything is looked at
 * after every step.
 */
class RandomBookTest {

  private static final int SEEDS = 100;
  private static final int STEPS = 40;
  private static final String LIMIT = "1000.00";

  private final Map<RefusalCode, Integer> refusals = new EnumMap<>(RefusalCode.class);

  @Test
  void the_book_and_the_model_agree_after_every_step_and_every_sum_holds() {
    for (long seed = 0; seed < SEEDS; seed++) {
      play(seed);
    }
    assertThat(refusals.keySet())
        .as("refusals met, or the test is weaker than it seems: %s", refusals)
        .contains(
            RefusalCode.INVOICE_NUMBER_TAKEN,
            RefusalCode.PAYMENT_REFERENCE_TAKEN,
            RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT,
            RefusalCode.EFFECTIVE_DATE_IN_FUTURE,
            RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING,
            RefusalCode.CREDIT_LIMIT_EXCEEDED,
            RefusalCode.INVOICE_UNKNOWN,
            RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT,
            RefusalCode.ALLOCATIONS_EXCEED_PAYMENT);
  }

  private void play(long seed) {
    boolean requiresGoodStanding = seed % 2 == 0;
    ABook empty = aBook().at("2001-05-20").withLimit(LIMIT);
    OpenBook book = (requiresGoodStanding ? empty.requiringGoodStanding() : empty).open();
    ModelBook model = new ModelBook(LIMIT, LocalDate.parse("2001-05-20"), requiresGoodStanding);
    List<Step> steps = Step.random(seed, STEPS);
    for (int i = 0; i < STEPS; i++) {
      try {
        playAndCompare(steps.get(i), book, model);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(inWords(seed, steps.subList(0, i + 1)), failure);
      }
    }
  }

  private static String inWords(long seed, List<Step> steps) {
    return "seed %d fails in the last of these steps:%n%s"
        .formatted(
            seed,
            steps.stream().map(Step::toString).collect(Collectors.joining(System.lineSeparator())));
  }

  private void playAndCompare(Step step, OpenBook book, ModelBook model) {
    Instant before = book.position().recordedAt();
    long decisionsBefore = book.position().decisions();
    switch (step) {
      case Step.Invoice invoice ->
          assertThat(told(book.post(invoice.invoice().posting())))
              .isEqualTo(model.post(invoice.invoice().posting()));
      case Step.Payment payment ->
          assertThat(told(book.post(payment.payment().posting())))
              .isEqualTo(model.post(payment.payment().posting()));
      case Step.Batch batch -> {
        List<InvoicePosting> postings = batch.invoices().stream().map(AnInvoice::posting).toList();
        BatchOutcome outcome = book.postAtomically(batch.invoices().toArray(AnInvoice[]::new));
        assertThat(outcome instanceof BatchOutcome.AllPosted).isEqualTo(model.post(postings));
      }
      case Step.NewDay day -> {
        book.advanceTo(day.date());
        model.advanceTo(day.date());
      }
    }
    long decided = book.position().decisions() - decisionsBefore;
    assertThat(Duration.between(before, book.position().recordedAt()))
        .as("a microsecond at least for each decision")
        .isGreaterThanOrEqualTo(Duration.ofNanos(1000 * decided));
    compare(book, model);
    BookWalk.holds(book);
  }

  private @Nullable RefusalCode told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted -> null;
      case Outcome.Refused refused -> {
        refusals.merge(refused.refusal().code(), 1, Integer::sum);
        yield refused.refusal().code();
      }
    };
  }

  private static void compare(OpenBook book, ModelBook model) {
    Position position = book.position();
    assertThat(position.balance()).as("balance").isEqualTo(Money.ofCents(model.balance()));
    assertThat(position.pastDue()).as("past due").isEqualTo(Money.ofCents(model.pastDue()));
    assertThat(position.unappliedCredit())
        .as("unapplied credit")
        .isEqualTo(Money.ofCents(model.unapplied()));
    assertThat(position.standing()).as("standing").isEqualTo(model.standing());
    assertThat(position.sequence()).as("sequence").isEqualTo(model.sequence());
    assertThat(book.open().stream().map(item -> item.number() + " " + item.open()).toList())
        .as("open invoices, oldest first")
        .isEqualTo(
            model.open().stream()
                .map(item -> item.number() + " " + Money.ofCents(item.open()))
                .toList());
  }
}
