package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.AsLeftRig.assertPosted;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.CALLER;
import static tradecredit.posting.LaneRig.invoice;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Outcome;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Json;

/**
 * A batch of invoices that is written to the account as it was found once it was locked, since
 * another replica posts to it, too (PostgreSQL). That a replica knows so is over after a second:
 * each test tries until it got there in time.
 */
class AsFoundTest {

  private static final int TRIES = 50;

  private final AsLeftRig rig = AsLeftRig.patient();
  private long tries;

  @AfterEach
  void close() {
    rig.close();
  }

  /** The answers to these, submitted while somebody else, who posts meanwhile, has the account. */
  private List<Answer> whileHeld(List<Submission> submissions) throws Exception {
    List<CompletionStage<Answer>> answers = new ArrayList<>();
    try (HeldAccount held = new HeldAccount(rig.service().database(), ACCOUNT.value())) {
      answers.add(rig.postings().submit(submissions.getFirst()));
      held.awaitWaiting();
      submissions.stream().skip(1).forEach(late -> answers.add(rig.postings().submit(late)));
      held.letGo();
    }
    List<Answer> given = new ArrayList<>();
    for (CompletionStage<Answer> answer : answers) {
      given.add(answer.toCompletableFuture().get(20, TimeUnit.SECONDS));
    }
    return given;
  }

  /** Posts beside the lane, so that the account is not as the lane left it. */
  private void postElsewhere(String number) {
    assertThat(
            rig.client()
                .post(Client.AUXER + "/invoices", Json.auxerInvoice(number, "2001-05-16", "1.00"))
                .status())
        .isEqualTo(201);
  }

  /** A batch of its own for each try. */
  @FunctionalInterface
  private interface Try {
    List<Submission> submissions(String prefix);
  }

  /** The answers of the first try that went these ways. */
  private List<Answer> untilItGoes(List<String> ways, Try attempt) throws Exception {
    for (tries = 1; tries <= TRIES; tries++) {
      String prefix = "T" + tries;
      whileHeld(List.of(submission(prefix + "-held")));
      postElsewhere(prefix + "-elsewhere");
      rig.ways().clear();
      List<Answer> answers = whileHeld(attempt.submissions(prefix));
      if (rig.ways().equals(ways)) {
        return answers;
      }
    }
    throw new AssertionError("never went " + ways + ", last " + rig.ways());
  }

  private static boolean isPosted(Answer answer) {
    return answer instanceof Answer.Outcomes outcomes
        && outcomes.outcomes().stream().allMatch(Outcome.Posted.class::isInstance);
  }

  @Test
  void is_written_without_asking_though_another_posted_since() throws Exception {
    List<Answer> answers =
        untilItGoes(List.of("unasked"), prefix -> List.of(submission(prefix + "-1")));
    assertThat(answers).hasSize(1).allMatch(AsFoundTest::isPosted);
    assertThat(rig.number("SELECT COUNT(*) FROM invoice")).isEqualTo(3 * tries);
  }

  @Test
  void who_came_while_it_waited_is_in_it() throws Exception {
    List<Answer> answers =
        untilItGoes(
            List.of("unasked"),
            prefix ->
                List.of(
                    submission(prefix + "-1"),
                    submission(prefix + "-2"),
                    submission(prefix + "-3")));
    assertThat(answers).hasSize(3).allMatch(AsFoundTest::isPosted);
    assertThat(rig.number("SELECT COUNT(*) FROM invoice")).isEqualTo(5 * tries);
  }

  @Test
  void a_key_that_was_used_elsewhere_is_answered_as_there() throws Exception {
    outcome(rig.postings().submit(submission("A-1")));
    List<Answer> answers =
        untilItGoes(
            List.of("in vain", "asked"),
            prefix -> List.of(submission("A-1"), submission(prefix + "-1")));
    assertThat(((Answer.Outcomes) answers.getFirst()).replayed()).isTrue();
    assertThat(answers.getLast()).matches(AsFoundTest::isPosted);
    assertThat(rig.number("SELECT COUNT(*) FROM invoice")).isEqualTo(1 + 3 * tries);
  }

  @Test
  void what_was_locked_in_vain_once_is_not_tried_again_for_a_second() throws Exception {
    outcome(rig.postings().submit(submission("A-1")));
    for (int i = 1; i <= TRIES; i++) {
      String prefix = "T" + i;
      whileHeld(List.of(submission(prefix + "-held")));
      rig.ways().clear();
      whileHeld(List.of(submission("A-1")));
      List<Answer> answers = whileHeld(List.of(submission(prefix + "-1")));
      assertThat(answers).allMatch(AsFoundTest::isPosted);
      if (rig.ways().equals(List.of("in vain", "asked", "asked"))) {
        return;
      }
    }
    throw new AssertionError("it was tried each time, at last " + rig.ways());
  }

  @Test
  void a_key_that_is_only_asked_for_is_looked_up_though_it_came_while_others_waited()
      throws Exception {
    outcome(rig.postings().submit(submission("A-1")));
    Submission asks =
        new Submission(
            ACCOUNT,
            CALLER,
            submission("A-1").key(),
            "another",
            Submission.Mode.INDEPENDENT,
            List.of());
    List<Answer> answers =
        untilItGoes(List.of("asked"), prefix -> List.of(submission(prefix + "-1"), asks));
    assertThat(answers.getFirst()).matches(AsFoundTest::isPosted);
    assertThat(answers.getLast()).isEqualTo(new Answer.KeyReused(false));
  }

  private static Submission beforeTheAgreement(String number) {
    return submission(
        number,
        Submission.Mode.INDEPENDENT,
        CALLER,
        List.of(invoice(number, "2001-05-15", "1.00")));
  }

  @Test
  void a_refusal_is_asked_for() throws Exception {
    List<Answer> answers =
        untilItGoes(
            List.of("in vain", "asked"),
            prefix -> List.of(submission(prefix + "-1"), beforeTheAgreement(prefix + "-2")));
    assertThat(answers.getFirst()).matches(AsFoundTest::isPosted);
    assertThat(((Answer.Outcomes) answers.getLast()).outcomes().getFirst())
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_key_that_was_revoked_posts_nothing() throws Exception {
    Client admin = rig.client().as("kattosko-admin");
    String id = admin.post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json().get("id").asText();
    Caller revoked = new Caller("anyone", "anyone", id);
    assertPosted(outcome(rig.postings().submit(submission("A-1", "1.00", revoked))), 1);
    assertThat(admin.send("DELETE", "/v1/api-keys/" + id, null, null).status()).isEqualTo(204);
    List<Answer> answers =
        untilItGoes(
            List.of("in vain", "asked"),
            prefix ->
                List.of(submission(prefix + "-1"), submission(prefix + "-2", "1.00", revoked)));
    assertThat(answers.getFirst()).matches(AsFoundTest::isPosted);
    assertThat(answers.getLast()).isInstanceOf(Answer.NotProved.class);
  }

  @Test
  void what_may_meet_the_limit_is_asked_for_before_anything_is_tried() throws Exception {
    outcome(rig.postings().submit(submission("A-1", "49000.00", CALLER)));
    List<Answer> answers =
        untilItGoes(
            List.of("asked"), prefix -> List.of(submission(prefix + "-1", "1000.01", CALLER)));
    assertThat(((Answer.Outcomes) answers.getFirst()).outcomes().getFirst())
        .isInstanceOf(Outcome.Refused.class);
  }
}
