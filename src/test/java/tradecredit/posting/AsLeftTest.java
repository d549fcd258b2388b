package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.AsLeftRig.assertPosted;
import static tradecredit.posting.LaneRig.CALLER;
import static tradecredit.posting.LaneRig.invoice;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.outcomes;
import static tradecredit.posting.LaneRig.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.ledger.Outcome;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Json;

/**
 * A batch of invoices that is written to the account as it was left, without asking (PostgreSQL):
 * it is, where nothing changed; and where anything did, it is as if it had asked.
 */
class AsLeftTest {

  private final AsLeftRig rig = AsLeftRig.patient();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void who_follows_on_from_here_is_written_without_asking() throws Exception {
    rig.sql(
        """
        CREATE FUNCTION not_ahead() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.recorded_at > clock_timestamp() THEN RAISE 'recorded ahead of the clock'; END IF;
          RETURN NEW; END $$""");
    rig.sql(
        "CREATE TRIGGER not_ahead AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION not_ahead()");
    rig.untilItGoes(
        Collections.nCopies(19, "unasked")::equals,
        prefix -> {
          long before = rig.lastSequence();
          for (int i = 1; i < 20; i++) {
            assertPosted(rig.post(prefix + "-" + i), before + i);
          }
          return before;
        });
  }

  @Test
  void many_are_written_together_and_so_is_a_batch_of_one_submission() throws Exception {
    rig.untilItGoes(
        ways -> ways.size() < 40 && Set.copyOf(ways).equals(Set.of("unasked")),
        prefix -> {
          long before = rig.lastSequence();
          outcomes(
              IntStream.rangeClosed(1, 40)
                  .mapToObj(i -> rig.postings().submit(submission(prefix + "-" + i)))
                  .toList());
          assertThat(rig.lastSequence()).isEqualTo(before + 40);
          return before;
        });

    Submission batch =
        rig.untilItGoes(
            List.of("unasked")::equals,
            prefix -> {
              Submission one = batch(prefix + "-batch", Submission.Mode.ATOMIC, 30);
              assertThat(((Answer.Outcomes) rig.answer(one)).outcomes()).hasSize(30);
              return one;
            });
    assertThat(((Answer.Outcomes) rig.answer(batch)).replayed()).isTrue();
  }

  @Test
  void large_batches_and_payments_ask_and_who_follows_them_need_not() throws Exception {
    // The second is written to how this very service's own lane left the account.
    rig.untilItGoes(
        List.of("asked", "unasked")::equals,
        prefix -> {
          Submission large = batch(prefix + "-large", Submission.Mode.INDEPENDENT, 501);
          assertThat(((Answer.Outcomes) rig.answer(large)).outcomes()).hasSize(501);
          assertThat(rig.ways()).containsExactly("asked");
          long before = rig.lastSequence();
          pay(prefix, "0.40");
          assertPosted(rig.post(prefix + "-1"), before + 2);
          return before;
        });
  }

  private void pay(String reference, String amount) {
    String payment = Json.payment(reference, "2001-05-16", amount);
    assertThat(rig.client().post(Client.AUXER + "/payments", payment).status()).isEqualTo(201);
  }

  private static Submission batch(String key, Submission.Mode mode, int invoices) {
    return submission(
        key,
        mode,
        CALLER,
        IntStream.rangeClosed(1, invoices)
            .mapToObj(i -> invoice(key + "-" + i, "2001-05-16", "1.00"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"- INTERVAL '30 seconds'", "+ INTERVAL '2 seconds'"})
  void a_clock_that_was_set_is_asked(String step) throws Exception {
    rig.openWith("A-1");
    rig.setClock("clock_timestamp() " + step);
    assertPosted(rig.post("A-2"), 2);
    assertThat(rig.ways()).containsExactly("in vain", "asked");
  }

  @Test
  void another_replica_that_posted_meanwhile_is_found_out() throws Exception {
    try (AsLeftRig other = AsLeftRig.patient(rig.service().database())) {
      rig.openWith("A-1");
      assertThat(
              other
                  .client()
                  .post(Client.AUXER + "/invoices", Json.auxerInvoice("B-1", "2001-05-16", "7.00"))
                  .status())
          .isEqualTo(201);
      assertPosted(rig.post("A-2"), 3);
      assertThat(rig.ways()).containsExactly("in vain", "asked");
      Awaiting.until("it is tried again", () -> triedAgain("A-4"));
    }
  }

  /** Rows that are sent in vain are sent twice: for a second, who posts after them asks. */
  @Test
  void what_was_refuted_once_is_not_tried_again_for_a_second() throws Exception {
    try (AsLeftRig other = AsLeftRig.patient(rig.service().database())) {
      rig.untilItGoes(
          List.of("in vain", "asked", "asked")::equals,
          prefix -> {
            other.post(prefix + "-elsewhere");
            rig.post(prefix + "-1");
            return rig.post(prefix + "-2");
          });
    }
  }

  private boolean triedAgain(String prefix) {
    try {
      rig.post(prefix + "-" + rig.ways().size());
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
    return rig.ways().getLast().equals("unasked");
  }

  @Test
  void what_was_said_to_be_known_at_an_instant_stays_said() throws Exception {
    rig.openWith("A-1");
    Instant moment = Instant.now();
    JsonNode known =
        rig.client().get(Client.AUXER + "/balance?asOf=2001-05-16&knownAt=" + moment).json();
    assertThat(known.get("balance").asText()).isEqualTo("1.00");
    assertPosted(rig.post("A-2"), 2);
    assertThat(rig.ways()).containsExactly("in vain", "asked");
    assertThat(rig.number("SELECT COUNT(*) FROM entry WHERE recorded_at <= '" + moment + "'"))
        .isEqualTo(1);
  }

  @Test
  void a_day_that_was_turned_meanwhile_is_the_day() throws Exception {
    rig.openWith("A-1");
    rig.sql("UPDATE business_day SET business_date = DATE '2001-05-18'");
    assertPosted(rig.post("A-2"), 2);
    assertThat(rig.ways()).containsExactly("in vain", "asked");
    assertThat(rig.number("SELECT COUNT(*) FROM entry WHERE business_date = DATE '2001-05-18'"))
        .isEqualTo(1);
  }

  @Test
  void a_key_that_was_used_is_answered_as_before() throws Exception {
    rig.openWith("A-1");
    Answer.Outcomes again = (Answer.Outcomes) rig.answer(submission("A-1"));
    assertThat(again.replayed()).isTrue();
    assertThat(again.outcomes().getFirst().decision().sequence()).isEqualTo(1);
    assertThat(rig.ways()).containsExactly("in vain", "asked");
  }

  @Test
  void what_may_meet_the_limit_asks() throws Exception {
    rig.untilItGoes(
        List.of("unasked", "unasked", "asked")::equals,
        prefix -> {
          assertThat(posted(prefix + "-1", "29999.00")).isInstanceOf(Outcome.Posted.class);
          assertThat(posted(prefix + "-2", "20000.00")).isInstanceOf(Outcome.Posted.class);
          assertThat(posted(prefix + "-3", "0.01")).isInstanceOf(Outcome.Refused.class);
          pay(prefix, "50000.00");
          return prefix;
        });
  }

  private Outcome posted(String number, String amount) throws Exception {
    return outcome(rig.postings().submit(submission(number, amount, CALLER)));
  }
}
