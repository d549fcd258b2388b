package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.CALLER;
import static tradecredit.posting.LaneRig.answer;
import static tradecredit.posting.LaneRig.await;
import static tradecredit.posting.LaneRig.lanes;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.PaymentReference;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.LaneRig.NoFault;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What shares a batch, and with it one look at the book, is answered as if it had come alone. */
class BatchedTogetherTest {

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger writes = new AtomicInteger();

  /** The number of the write whose answer is lost, after it was committed. */
  private int lost;

  /** A lane whose first write waits at the gate, so that what follows it is one batch. */
  private Lanes held(Service service) {
    return lanes(
        service,
        settings(100),
        write -> {
          entered.countDown();
          await(gate);
          write.run();
          return writes.incrementAndGet() == lost
              ? new UnavailableException("the answer was lost")
              : new NoFault();
        });
  }

  private List<CompletionStage<Answer>> inOneBatch(Lanes lanes, Submission... submissions)
      throws Exception {
    CompletionStage<Answer> opener = lanes.submit(submission("opener"));
    await(entered);
    List<CompletionStage<Answer>> batch = Stream.of(submissions).map(lanes::submit).toList();
    gate.countDown();
    outcome(opener);
    return batch;
  }

  private static Submission payment(
      String reference, String amount, @Nullable List<WantedAllocation> allocations) {
    PaymentPosting payment =
        new PaymentPosting(
            new PaymentReference(reference),
            LocalDate.parse("2001-05-16"),
            "wire",
            Money.parse(amount),
            allocations);
    return new Submission(
        ACCOUNT,
        CALLER,
        new IdempotencyKey("anyone", reference, ""),
        reference,
        Submission.Mode.INDEPENDENT,
        List.of(payment));
  }

  private static String figure(JsonNode balance, String name) {
    return balance.get(name).asText();
  }

  private static void fourInvoices(Client client) {
    for (int i = 1; i <= 4; i++) {
      String invoice = Json.auxerInvoice("I-" + i, "2001-05-16", "100.00");
      assertThat(client.post(Client.AUXER + "/invoices", invoice).status()).isEqualTo(201);
    }
  }

  /** An automatic payment finds the invoices that those before it in its batch left open. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void payments_that_share_a_batch_pay_one_invoice_after_the_other(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        Lanes lanes = held(service)) {
      Client client = service.client();
      fourInvoices(client);
      List<WantedAllocation> toTheFirst =
          List.of(new WantedAllocation(new InvoiceNumber("I-1"), Money.parse("100.00")));
      List<CompletionStage<Answer>> payments =
          inOneBatch(
              lanes,
              payment("P-1", "100.00", toTheFirst),
              payment("P-2", "100.00", null),
              payment("P-3", "150.00", null));
      for (CompletionStage<Answer> payment : payments) {
        assertThat(outcome(payment)).isInstanceOf(Outcome.Posted.class);
      }
      assertThat(writes).as("the opener, and all in one").hasValue(2);
      JsonNode open = client.get(Client.AUXER + "/invoices?status=open").json().get("items");
      assertThat(open.findValuesAsText("number")).containsExactly("I-4", "opener");
      assertThat(open.findValuesAsText("openAmount")).containsExactly("50.00", "1.00");
      JsonNode balance = client.get(Client.AUXER + "/balance").json();
      assertThat(figure(balance, "unappliedCredit")).isEqualTo("0.00");
      assertThat(figure(balance, "balance")).isEqualTo("51.00");
      Invariants.hold(service.database());
    }
  }

  private static Submission under(String key, String number) {
    Submission of = submission(number);
    return new Submission(
        ACCOUNT,
        CALLER,
        new IdempotencyKey("anyone", key, ""),
        of.digest(),
        of.mode(),
        of.postings());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_comes_twice_in_one_batch_posts_once_and_the_second_is_a_replay(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        Lanes lanes = held(service)) {
      isToldOnce(inOneBatch(lanes, under("k", "A-1"), under("k", "A-1"), under("k", "B-1")));
      assertThat(writes).hasValue(2);
      Invariants.hold(service.database());
    }
  }

  /** Nobody was told what the attempt before put on record, and then only one is the first. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void so_it_is_where_the_answer_to_the_commit_was_lost(TestDatabase kind) throws Exception {
    lost = 2;
    try (Service service = Service.on(kind);
        Lanes lanes = held(service)) {
      isToldOnce(inOneBatch(lanes, under("k", "A-1"), under("k", "A-1"), under("k", "B-1")));
      assertThat(writes).hasValue(3);
      Invariants.hold(service.database());
    }
  }

  private static void isToldOnce(List<CompletionStage<Answer>> answers) throws Exception {
    Answer.Outcomes first = answer(answers.get(0));
    Answer.Outcomes again = answer(answers.get(1));
    assertThat(first.outcomes().getFirst()).isInstanceOf(Outcome.Posted.class);
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.outcomes()).isEqualTo(first.outcomes());
    assertThat(answers.get(2).toCompletableFuture().get(20, TimeUnit.SECONDS))
        .isEqualTo(new Answer.KeyReused(false));
  }
}
