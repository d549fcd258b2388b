package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Two at once: exactly one wins, and the other is told who did. */
class DeskRaceTest {

  private static final int ROUNDS = 8;
  private static final String DAY = "2001-05-16";
  private static final String A = Client.AUXER;

  /** Two of one account on one instance, one after the other in its lane. */
  @FunctionalInterface
  private interface Race {
    void run(Client one, Client other) throws Exception;
  }

  private static void onOneInstance(TestDatabase kind, Race race) throws Exception {
    try (Service service = Service.on(kind)) {
      race.run(service.client(), service.client());
      Invariants.hold(service.database());
    }
  }

  /** Two lanes, one head: the row's lock decides. */
  private static void onTwoInstances(Race race) throws Exception {
    try (Service one = Service.on(TestDatabase.POSTGRES);
        Service other = Service.on(one.database(), Map.of())) {
      race.run(one.client(), other.client());
      Invariants.hold(one.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_returns_of_one_payment_one_wins(TestDatabase kind) throws Exception {
    onOneInstance(kind, DeskRaceTest::returns);
  }

  @Test
  void of_two_returns_through_two_instances_one_wins() throws Exception {
    onTwoInstances(DeskRaceTest::returns);
  }

  private static void returns(Client one, Client other) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String id = id(one.post(A + "/payments", Json.payment("P-" + round, DAY, "10.00")));
      String path = A + "/payments/" + id + "/return";
      String body = "{\"returnedDate\":\"" + DAY + "\",\"reason\":\"bounced\"}";
      oneWins("payment-already-returned", () -> one.post(path, body), () -> other.post(path, body));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_resolutions_of_one_dispute_one_wins(TestDatabase kind) throws Exception {
    onOneInstance(kind, DeskRaceTest::resolutions);
  }

  @Test
  void of_two_resolutions_through_two_instances_one_wins() throws Exception {
    onTwoInstances(DeskRaceTest::resolutions);
  }

  private static void resolutions(Client one, Client other) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String invoice = id(one.post(A + "/invoices", Json.auxerInvoice("A-" + round, DAY, "10.00")));
      String dispute =
          id(
              one.as("kattosko-controller")
                  .post(A + "/invoices/" + invoice + "/disputes", "{\"reason\":\"dead\"}"));
      String path = A + "/disputes/" + dispute + "/resolution";
      oneWins(
          "dispute-already-resolved",
          () -> one.as("auxer-telecom-controller").post(path, "{\"outcome\":\"upheld\"}"),
          () -> other.as("auxer-telecom-controller").post(path, "{\"outcome\":\"rejected\"}"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_an_approval_and_a_withdrawal_one_wins(TestDatabase kind) throws Exception {
    onOneInstance(kind, DeskRaceTest::amendmentDecisions);
  }

  @Test
  void of_an_approval_and_a_withdrawal_through_two_instances_one_wins() throws Exception {
    onTwoInstances(DeskRaceTest::amendmentDecisions);
  }

  private static void amendmentDecisions(Client one, Client other) throws Exception {
    Client proposer = one.as("auxer-telecom-controller");
    Client approver = other.as("kattosko-controller");
    for (int round = 0; round < ROUNDS; round++) {
      String amendment =
          id(
              proposer.post(
                  A + "/terms-amendments",
                  "{\"effectiveDate\":\"%s\",\"reason\":\"more\",\"creditLimit\":\"%d.00\"}"
                      .formatted(DAY, 50_000 + round)));
      String path = A + "/terms-amendments/" + amendment + "/approval";
      oneWins(
          "amendment-already-decided",
          () -> approver.post(path, "{\"decision\":\"approved\"}"),
          () -> proposer.post(path, "{\"decision\":\"withdrawn\"}"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_holds_one_wins(TestDatabase kind) throws Exception {
    onOneInstance(kind, DeskRaceTest::holds);
  }

  @Test
  void of_two_holds_through_two_instances_one_wins() throws Exception {
    onTwoInstances(DeskRaceTest::holds);
  }

  private static void holds(Client one, Client other) throws Exception {
    Client controller = one.as("auxer-telecom-controller");
    for (int round = 0; round < ROUNDS; round++) {
      oneWins(
          "already-on-hold",
          () -> controller.post(A + "/hold", "{\"reason\":\"one\"}"),
          () -> other.as("auxer-telecom-controller").post(A + "/hold", "{\"reason\":\"other\"}"));
      assertThat(controller.send("DELETE", A + "/hold", "lift-" + round, null).status())
          .isEqualTo(200);
    }
  }

  private static String id(Client.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().get("id").asText();
  }

  private static void oneWins(
      String code, Supplier<Client.Answer> one, Supplier<Client.Answer> other)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    List<Client.Answer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Client.Answer>> both =
          List.of(pool.submit(() -> after(start, one)), pool.submit(() -> after(start, other)));
      start.countDown();
      for (Future<Client.Answer> each : both) {
        answers.add(each.get());
      }
    }
    assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409);
    Client.Answer loser =
        answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
    assertThat(loser.code()).isEqualTo(code);
    assertThat(loser.json().get("sequence").asLong()).as("the entry that won").isPositive();
  }

  private static Client.Answer after(CountDownLatch start, Supplier<Client.Answer> post)
      throws InterruptedException {
    start.await();
    return post.get();
  }
}
