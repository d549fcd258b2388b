package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.agreement.AccountId;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.ServiceProcess;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/**
 * Two instances on one book, killed with {@code kill -9} at random under load, between claim, send
 * and record: every event that was committed arrives, under its own id.
 */
@Isolated("its services need the processors")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class WebhookKillIT {

  private static final int KILLS = 6;
  private static final int CLIENTS = 4;

  /** Of a clerk: enough that every kill meets messages under way, and no more than is sent on. */
  private static final Duration PACE = Duration.ofMillis(100);

  private static final long SEED = 5;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicReferenceArray<ServiceProcess> instances = new AtomicReferenceArray<>(2);
  private final AtomicBoolean over = new AtomicBoolean();

  /** What a test that fails leaves running would take the processors from all that follow. */
  @AfterEach
  void kill() {
    for (int i = 0; i < instances.length(); i++) {
      ServiceProcess instance = instances.get(i);
      if (instance != null) {
        instance.kill();
      }
    }
  }

  private static Map<String, String> environment(TestDatabase.Fresh database) {
    Map<String, String> all = new HashMap<>();
    all.put("MICRONAUT_ENVIRONMENTS", "postgres");
    all.put("DATASOURCES_DEFAULT_URL", database.url());
    all.put("DATASOURCES_DEFAULT_USERNAME", database.username());
    all.put("DATASOURCES_DEFAULT_PASSWORD", "");
    all.put("TRADECREDIT_ACCESS_ENCRYPTION_KEYS", Webhooks.SEAL);
    all.put("TRADECREDIT_WEBHOOKS_ALLOW_HTTP", "true");
    all.put("TRADECREDIT_WEBHOOKS_TIMEOUT", "1s");
    all.put("TRADECREDIT_WEBHOOKS_RETRY_SCHEDULE", "0s,200ms,200ms,200ms,200ms,200ms,200ms,200ms");
    all.put("TRADECREDIT_WEBHOOKS_DISPATCH_LEASE", "3s");
    all.put("TRADECREDIT_WEBHOOKS_DISPATCH_POLL_INTERVAL", "100ms");
    all.put("TRADECREDIT_WEBHOOKS_DISPATCH_PACE", "20ms");
    return all;
  }

  @Test
  void every_committed_event_arrives_whatever_is_killed_and_whenever() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    AtomicBoolean second = new AtomicBoolean();
    Receiver.Behaviour flaky =
        (request, out) -> {
          second.set(!second.get());
          Receiver.pause(5);
          Receiver.status(second.get() ? 500 : 200).answer(request, out);
        };
    try (Receiver steady = Receiver.answering(200);
        Receiver failing = new Receiver(flaky)) {
      CompletableFuture.allOf(start(0, database), start(1, database)).join();
      Webhooks webhooks = new Webhooks(instances.get(0).client().as("kattosko-controller"));
      Webhooks.Made one = webhooks.make(steady.url());
      webhooks.make(failing.url());
      killUnderLoad(database);
      try (Connection connection = database.connect()) {
        Set<String> expected = expected(connection);
        assertThat(expected).hasSizeGreaterThan(50);
        Duration longest = Duration.ofSeconds(60);
        Awaiting.until("all", longest, () -> steady.ids().containsAll(expected));
        Awaiting.until("all, or given up", longest, () -> unfinished(connection) == 0);
        assertThat(steady.ids()).isEqualTo(expected);
        Set<String> told = new HashSet<>(failing.ids());
        assertThat(told).isEqualTo(expected);
      }
      assertThat(steady.requests()).allMatch(request -> request.isSignedWith(one.secret()));
      instances.get(0).close();
      instances.get(1).close();
      Invariants.hold(database);
    }
  }

  /** Begins a start; two that are begun at once open the book as one. */
  private CompletableFuture<Void> start(int which, TestDatabase.Fresh database) {
    return Aside.run(
        () -> instances.set(which, ServiceProcess.start(folder, environment(database))));
  }

  private void killUnderLoad(TestDatabase.Fresh database) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      for (int clerk = 0; clerk < CLIENTS; clerk++) {
        int number = clerk;
        pool.execute(() -> post(number));
      }
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 1_500));
          int which = random.nextInt(2);
          instances.get(which).kill();
          instances.set(which, ServiceProcess.start(folder, environment(database)));
        }
      } finally {
        over.set(true);
      }
    }
  }

  /** Posts to whichever instance answers; what had no answer may be in the book or not. */
  private void post(int clerk) {
    try {
      for (int i = 0; !over.get(); i++) {
        post(instances.get((clerk + i) % 2), "C%d-%d".formatted(clerk, i));
        Receiver.pause(PACE.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void post(ServiceProcess instance, String number) {
    try {
      instance
          .client()
          .post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice(number, "2001-05-16", "1.00"));
    } catch (UncheckedIOException killed) {
      // It was this one's turn to be killed.
    }
  }

  private static Set<String> expected(Connection connection) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT account_id, sequence, recorded_at FROM event")) {
      while (rows.next()) {
        ids.add(
            Message.idOf(
                new AccountId(rows.getString(1)),
                rows.getLong(2),
                rows.getObject(3, OffsetDateTime.class)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS)));
      }
    }
    return ids;
  }

  private static long unfinished(Connection connection) {
    try {
      return Invariants.number(
          connection,
          """
          SELECT (SELECT COUNT(*) FROM webhook_delivery WHERE state = 'waiting')
            + (SELECT COUNT(*) FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
               WHERE h.last_event > c.sequence)""");
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
