package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.support.Service;

/** Lanes of their own beside a service's, and what is posted on them. */
final class LaneRig {

  static final AccountId ACCOUNT = new AccountId("auxer-to-kattosko");
  static final Caller CALLER = new Caller("anyone", "anyone");

  private LaneRig() {}

  static PostingSettings settings(Duration gather, Duration answerTimeout) {
    return LaneBounds.usual().gathering(gather).answeredWithin(answerTimeout).settings();
  }

  static PostingSettings settings(int capacity) {
    return LaneBounds.usual().waitingAtMost(capacity).settings();
  }

  static Submission submission(String number) {
    return submission(number, "1.00", CALLER);
  }

  static Submission submission(String number, String amount, Caller caller) {
    return submission(
        number,
        Submission.Mode.INDEPENDENT,
        caller,
        List.of(invoice(number, "2001-05-16", amount)));
  }

  /** A submission of several invoices; its key is its digest. */
  static Submission submission(
      String key, Submission.Mode mode, Caller caller, List<InvoicePosting> invoices) {
    return new Submission(
        ACCOUNT, caller, new IdempotencyKey("anyone", key, ""), key, mode, invoices);
  }

  static InvoicePosting invoice(String number, String date, String amount) {
    InvoiceLine line =
        new InvoiceLine(
            new ProductId("auxer-direct"), Money.parse(amount), 1, Discount.parse("0"), null);
    return InvoicePosting.of(
        new InvoiceNumber(number), LocalDate.parse(date), null, List.of(line), null);
  }

  /** The real store, with something done around each write; it never writes unasked. */
  private record Around(BookStore real, Function<Runnable, RuntimeException> fault)
      implements BookStore {

    @Override
    public <T> T locked(
        AccountId account,
        Wanted wanted,
        Supplier<Wanted> afterWaiting,
        Function<BookSession, T> work) {
      List<T> result = new ArrayList<>();
      RuntimeException failure =
          fault.apply(() -> result.add(real.locked(account, wanted, afterWaiting, work)));
      if (failure instanceof NoFault) {
        return result.getFirst();
      }
      throw failure;
    }

    @Override
    public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
      return real.reading(account, wanted, work);
    }
  }

  /** Nothing went wrong. */
  static final class NoFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Lanes lanes(
      Service service, PostingSettings settings, Function<Runnable, RuntimeException> fault) {
    return lanes(service, settings, new Around(store(service), fault));
  }

  static BookStore store(Service service) {
    return service.context().getBean(BookStore.class);
  }

  static Lanes lanes(Service service, PostingSettings settings, BookStore store) {
    return lanes(service, settings, store, new SimpleMeterRegistry());
  }

  /** The same whose meters can be read. */
  static Lanes lanes(
      Service service,
      PostingSettings settings,
      Function<Runnable, RuntimeException> fault,
      MeterRegistry registry) {
    return lanes(service, settings, new Around(store(service), fault), registry);
  }

  private static Lanes lanes(
      Service service, PostingSettings settings, BookStore store, MeterRegistry registry) {
    Lanes lanes = new Lanes(service.context().getBean(Agreement.class), store, settings, registry);
    lanes.start();
    return lanes;
  }

  static Answer.Outcomes answer(CompletionStage<Answer> answer) throws Exception {
    return (Answer.Outcomes) answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  static Outcome outcome(CompletionStage<Answer> answer) throws Exception {
    return answer(answer).outcomes().getFirst();
  }

  static void await(CountDownLatch gate) {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static List<CompletionStage<Answer>> submit(Lanes lanes, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> lanes.submit(submission("A-" + number)))
        .toList();
  }

  static void outcomes(List<CompletionStage<Answer>> answers) throws Exception {
    for (CompletionStage<Answer> answer : answers) {
      outcome(answer);
    }
  }
}
