package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.CALLER;
import static tradecredit.posting.LaneRig.invoice;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.outcomes;
import static tradecredit.posting.LaneRig.sleep;
import static tradecredit.posting.LaneRig.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Money;
import tradecredit.support.Client;
import tradecredit.support.TestDatabase;

/** Whoever is written unasked is answered as if it had been asked for. */
class AsLeftAnswersTest {

  private static final String HEAD =
      "FROM account_head WHERE account_id = '" + ACCOUNT.value() + "'";

  /** What a lane said, and nothing that two books may differ in. */
  private static String said(Answer answer) {
    return switch (answer) {
      case Answer.Outcomes outcomes ->
          outcomes.replayed()
              + outcomes.outcomes().stream().map(AsLeftAnswersTest::said).toList().toString();
      case Answer.BatchRefused refused ->
          refused.replayed() + " none " + refused.decision().number() + refused.refused();
      default -> answer.toString();
    };
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted ->
          posted.decision().number() + " posted " + posted.decision().sequence();
      case Outcome.Refused refused -> refused.decision().number() + " " + refused.refusal();
    };
  }

  /**
   * One invoice of those that may come: of few numbers, so that many are taken, some in the future
   * and some before the agreement, some large.
   */
  private static InvoicePosting anInvoice(Random random) {
    String date =
        switch (random.nextInt(8)) {
          case 0 -> "2001-05-17";
          case 1 -> "2001-05-15";
          default -> "2001-05-16";
        };
    String amount = random.nextInt(12) == 0 ? "9000.00" : "1.00";
    return invoice("A-" + random.nextInt(150), date, amount);
  }

  private static Submission aSubmission(Random random) {
    List<InvoicePosting> invoices =
        IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> anInvoice(random)).toList();
    Submission.Mode mode =
        random.nextBoolean() ? Submission.Mode.ATOMIC : Submission.Mode.INDEPENDENT;
    return submission(Long.toString(random.nextInt(400)), mode, CALLER, invoices);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void all_answers_are_those_of_a_lane_that_always_asks(long seed) throws Exception {
    Random random = new Random(seed);
    try (AsLeftRig unasked = AsLeftRig.patient();
        AsLeftRig asked = AsLeftRig.on(TestDatabase.POSTGRES.fresh(), "0s")) {
      List<AsLeftRig> both = List.of(unasked, asked);
      for (int i = 0; i < 150; i++) {
        int step = i;
        if (i % 40 == 20) {
          both.forEach(rig -> assertThat(hold(rig)).isEqualTo(201));
        } else if (i % 40 == 25) {
          both.forEach(rig -> assertThat(lift(rig, "lift-" + step)).isEqualTo(200));
        }
        Submission submission = aSubmission(random);
        assertThat(said(unasked.answer(submission)))
            .as("submission %d of seed %d", i, seed)
            .isEqualTo(said(asked.answer(submission)));
      }
      assertThat(unasked.ways()).contains("unasked", "in vain", "asked");
      assertThat(asked.ways()).containsOnly("asked");
      String figures = "SELECT balance + 1000000007 * last_event + 31 * last_decision " + HEAD;
      assertThat(unasked.number(figures)).isEqualTo(asked.number(figures));
    }
  }

  private static int hold(AsLeftRig rig) {
    return rig.client()
        .as("auxer-telecom-controller")
        .post(Client.AUXER + "/hold", "{\"reason\":\"looked into\"}")
        .status();
  }

  private static int lift(AsLeftRig rig, String key) {
    return rig.client()
        .as("auxer-telecom-controller")
        .send("DELETE", Client.AUXER + "/hold", key, null)
        .status();
  }

  @Test
  void a_number_that_is_taken_is_refused_as_such_whatever_else_is_wrong() throws Exception {
    try (AsLeftRig rig = AsLeftRig.patient()) {
      rig.openWith("A-1");
      for (InvoicePosting taken :
          List.of(
              invoice("A-1", "2001-05-16", "2.00"),
              invoice("A-1", "2001-05-17", "2.00"),
              invoice("A-1", "2001-05-15", "2.00"))) {
        Answer answer =
            rig.answer(
                submission(
                    "again " + taken.invoiceDate(),
                    Submission.Mode.INDEPENDENT,
                    CALLER,
                    List.of(taken)));
        assertThat(said(answer)).contains("InvoiceNumberTaken");
      }
      assertThat(rig.ways()).doesNotContain("unasked");
    }
  }

  @Test
  void a_refused_batch_names_all_that_is_wrong_with_it() throws Exception {
    try (AsLeftRig rig = AsLeftRig.patient()) {
      rig.openWith("A-1");
      Answer answer =
          rig.answer(
              submission(
                  "all",
                  Submission.Mode.ATOMIC,
                  CALLER,
                  List.of(
                      invoice("A-2", "2001-05-17", "1.00"), invoice("A-1", "2001-05-16", "1.00"))));
      assertThat(((Answer.BatchRefused) answer).refused()).hasSize(2);
      assertThat(rig.ways()).containsExactly("in vain", "asked");
    }
  }

  @Test
  void a_day_begins_with_its_first_instant() throws Exception {
    Map<String, String> settings =
        Map.of(
            "tradecredit.posting.as-left",
            "1h",
            "tradecredit.posting.day-end-interval",
            "1h",
            "tradecredit.business-date.mode",
            "system");
    LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    try (AsLeftRig rig = AsLeftRig.on(TestDatabase.POSTGRES.fresh(), settings)) {
      int midnights = 1;
      while (!wentOver(rig, today, today.plusDays(1 + midnights))) {
        midnights++;
        assertThat(midnights).as("each over in time, and unasked but for the day").isLessThan(6);
      }
      assertThat(
              rig.number(
                  """
                  SELECT COUNT(*) FROM entry
                  WHERE business_date <> CAST(recorded_at AT TIME ZONE 'America/New_York' AS DATE)"""))
          .isZero();
    }
  }

  /**
   * Posts from a few seconds before {@code day} until it has begun. Whether there was time for some
   * before it, and nothing was tried in vain: a machine that stands still for a second has it
   * otherwise.
   */
  private static boolean wentOver(AsLeftRig rig, LocalDate invoiced, LocalDate day)
      throws Exception {
    rig.setClock(
        """
        TIMESTAMP WITH TIME ZONE '%s 00:00:00 America/New_York' - INTERVAL '4 seconds'
          + (clock_timestamp() - TIMESTAMP WITH TIME ZONE '%s')"""
            .formatted(day, Instant.now()));
    String entries =
        """
        SELECT COUNT(*) FROM entry
        WHERE document_number LIKE '%s-%%' AND business_date = DATE '%s'""";
    String after = entries.formatted(day, day);
    for (int posted = 0; rig.number(after) < 3; posted++) {
      assertThat(posted).isLessThan(2_000);
      Submission one =
          submission(
              day + "-" + posted,
              Submission.Mode.INDEPENDENT,
              CALLER,
              List.of(invoice(day + "-" + posted, invoiced.toString(), "1.00")));
      assertThat(outcome(rig.postings().submit(one))).isInstanceOf(Outcome.Posted.class);
      if (posted == 0) {
        // The clock was set for it.
        rig.ways().clear();
      }
      sleep(Duration.ofMillis(10));
    }
    return rig.number(entries.formatted(day, day.minusDays(1))) > 3
        && rig.ways().contains("unasked")
        && !rig.ways().contains("in vain");
  }

  @Test
  void two_replicas_that_post_at_once_post_each_once() throws Exception {
    try (AsLeftRig one = AsLeftRig.patient();
        AsLeftRig other = AsLeftRig.patient(one.service().database())) {
      List<CompletionStage<Answer>> answers = new ArrayList<>();
      one.openWith("C-1");
      other.openWith("C-2");
      for (int round = 0; round < 150; round++) {
        String number = "A-" + round;
        // The same posting on both: one of them posts it and the other says so.
        answers.add(one.postings().submit(submission(number)));
        answers.add(other.postings().submit(submission(number)));
        answers.add((round % 2 == 0 ? one : other).postings().submit(submission("B-" + round)));
        outcome(answers.get(answers.size() - 1 - round % 3));
      }
      outcomes(answers);
      assertThat(one.ways()).as("tried, where another has posted").contains("in vain");
      assertThat(one.number("SELECT COUNT(*) FROM invoice")).isEqualTo(302);
      assertThat(one.number("SELECT last_sequence " + HEAD)).isEqualTo(302);
      assertThat(one.number("SELECT balance " + HEAD)).isEqualTo(Money.parse("302.00").cents());
    }
  }
}
