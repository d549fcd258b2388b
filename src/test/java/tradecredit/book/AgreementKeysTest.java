package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.Agreement;
import tradecredit.posting.NoteDesk;
import tradecredit.posting.NoteSession;
import tradecredit.posting.NoteStore;
import tradecredit.posting.PairedSession;
import tradecredit.posting.PairedStore;
import tradecredit.posting.PostingSettings;
import tradecredit.posting.SetOffDesk;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Keys of the agreement, which set-offs and the note share though each has a lock of its own. */
class AgreementKeysTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  private static final String SAME_KEY =
      """
      INSERT INTO idempotency_record (account_id, party, idempotency_key, item, digest, first_decision, decisions,
        recorded_at)
      SELECT account_id, party, 'k2', item, 'of another request', first_decision, decisions, recorded_at
      FROM idempotency_record WHERE idempotency_key = 'k1'""";

  private static final String PAYMENT =
      "{\"reference\":\"N-1\",\"receivedDate\":\"2001-05-16\",\"method\":\"wire\",\"amount\":\"1.00\"}";

  private final AtomicInteger runs = new AtomicInteger();

  /** The stores of another instance on the same book, which count what is run on them. */
  private record Counted(NoteStore notes, PairedStore pairs, AtomicInteger runs)
      implements NoteStore, PairedStore {

    @Override
    public <T> T locked(Function<NoteSession, T> work) {
      runs.incrementAndGet();
      return notes.locked(work);
    }

    @Override
    public <T> T locked(
        WantedOfAccount first, WantedOfAccount second, Function<PairedSession, T> work) {
      runs.incrementAndGet();
      return pairs.locked(first, second, work);
    }
  }

  private Service counted(Service other) {
    ApplicationContext beside = other.context();
    Agreement agreement = beside.getBean(Agreement.class);
    PostingSettings settings = beside.getBean(PostingSettings.class);
    Counted stores =
        new Counted(beside.getBean(NoteStore.class), beside.getBean(PairedStore.class), runs);
    return Service.on(
        other.database(),
        Map.of(),
        Service.part(NoteDesk.class, new NoteDesk(agreement, stores, settings)),
        Service.part(SetOffDesk.class, new SetOffDesk(agreement, stores, settings)));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_payment_of_the_note_whose_key_is_used_elsewhere_at_this_very_moment_is_reused(
      TestDatabase kind) throws Exception {
    try (Service other = Service.on(kind);
        Service service = counted(other)) {
      recordNote(service);
      isReused(service, () -> service.client().post(NOTE + "/payments", "k2", PAYMENT));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void so_is_a_set_off(TestDatabase kind) throws Exception {
    try (Service other = Service.on(kind);
        Service service = counted(other)) {
      recordNote(service);
      SetOffTest.invoices(service, "-1", "500.00");
      String proposal = SetOffTest.proposal("A-1", "K-1", "300.00");
      isReused(service, () -> SetOffTest.auxer(service).post(SetOffTest.SET_OFFS, "k2", proposal));
    }
  }

  private static void recordNote(Service service) {
    Client controller = service.client().as("auxer-telecom-controller");
    assertThat(controller.post(NOTE, "k1", "{\"principal\":\"600.00\"}").status()).isEqualTo(201);
  }

  /** PostgreSQL waits for the key, and H2 has it tried again until it is there. */
  private void isReused(Service service, Supplier<Client.Answer> request) throws Exception {
    try (Connection elsewhere = service.database().connect();
        Statement statement = elsewhere.createStatement()) {
      elsewhere.setAutoCommit(false);
      assertThat(statement.executeUpdate(SAME_KEY)).isOne();
      runs.set(0);
      CompletableFuture<Client.Answer> answer = Aside.ask(request);
      if (service.database().kind() == TestDatabase.POSTGRES) {
        service.database().awaitWaiting();
      } else {
        Awaiting.until("it was tried in vain", () -> runs.get() >= 2);
      }
      elsewhere.commit();
      assertThat(answer.get(30, TimeUnit.SECONDS).code()).isEqualTo("idempotency-key-reused");
      assertThat(runs.get()).as("the first met the key that was not there yet").isGreaterThan(1);
    }
  }
}
