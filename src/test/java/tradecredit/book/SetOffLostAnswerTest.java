package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.book.SetOffTest.SET_OFFS;
import static tradecredit.book.SetOffTest.auxer;
import static tradecredit.book.SetOffTest.invoices;
import static tradecredit.book.SetOffTest.proposal;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.Agreement;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.PairedSession;
import tradecredit.posting.PairedStore;
import tradecredit.posting.PostingSettings;
import tradecredit.posting.SetOffDesk;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A set-off that was committed though the database's answer was lost, and is tried again. */
class SetOffLostAnswerTest {

  private final AtomicInteger commits = new AtomicInteger();

  /** The store of another instance on the same book; the answer of its first commit is lost. */
  private record Losing(PairedStore real, AtomicInteger commits) implements PairedStore {

    @Override
    public <T> T locked(
        WantedOfAccount first, WantedOfAccount second, Function<PairedSession, T> work) {
      T done = real.locked(first, second, work);
      if (commits.incrementAndGet() == 1) {
        throw new UnavailableException("the answer was lost");
      }
      return done;
    }
  }

  private SetOffDesk losing(Service other) {
    return new SetOffDesk(
        other.context().getBean(Agreement.class),
        new Losing(other.context().getBean(PairedStore.class), commits),
        other.context().getBean(PostingSettings.class));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_asked_once_is_told_no_replay_of_a_proposal_nor_of_an_approval(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service other = Service.on(database, Map.of());
        Service service =
            Service.on(database, Map.of(), Service.part(SetOffDesk.class, losing(other)))) {
      invoices(service, "-1", "500.00");
      Client.Answer proposed = told(auxer(service), SET_OFFS, proposal("A-1", "K-1", "300.00"));
      Client.Answer approved =
          told(
              service.client().as("kattosko-controller"),
              SET_OFFS + "/" + proposed.json().get("id").asText() + "/approval",
              "{\"decision\":\"approved\"}");
      assertThat(approved.json().at("/accounts/0/account/availableCredit").asText())
          .isEqualTo("49800.00");
    }
    Invariants.hold(database);
  }

  /** What is told of a request whose commit's answer was lost. */
  private Client.Answer told(Client client, String path, String body) {
    commits.set(0);
    Client.Answer first = client.post(path, "k", body);
    assertThat(first.status()).as("%s", first).isEqualTo(201);
    assertThat(commits).as("attempts").hasValue(2);
    assertThat(first.header("Idempotency-Replayed")).as("of the first answer").isEmpty();
    Client.Answer again = client.post(path, "k", body);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    return first;
  }
}
