package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.ServiceProcess;
import tradecredit.support.TestDatabase;

/**
 * The packaged service, killed with {@code kill -9} in the middle of a load and started again:
 * every acknowledged posting is in the book once, and every key gets its first answer. The embedded
 * file is compacted all the while, and without H2's safety margin, behind which the service would
 * not come to it within a test.
 */
@Isolated("its services need the processors")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KillIT {

  private static final int CLIENTS = 16;
  private static final int ROUNDS = 4;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 150;

  @TempDir Path folder;

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_acknowledged_before_a_kill_is_there_once_and_keys_give_their_first_answer(
      TestDatabase kind) throws Exception {
    TestDatabase.Fresh database = database(kind, folder);
    for (int round = 1; round <= ROUNDS; round++) {
      try (ServiceProcess service = start(database)) {
        loadUntilKilled(service, round);
      }
    }
    try (ServiceProcess service = start(database)) {
      retryEverything(service.client());
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_KILL);
    assertThat(entries(database)).isEqualTo(acknowledged.size());
    Invariants.hold(database);
  }

  private ServiceProcess start(TestDatabase.Fresh database) {
    Map<String, String> all = new HashMap<>(environment(database));
    if (database.kind() == TestDatabase.H2) {
      all.put("DATASOURCES_DEFAULT_URL", database.url() + ";RETENTION_TIME=0");
      all.put("TRADECREDIT_EMBEDDED_FILE_COMPACTION_INTERVAL", "5ms");
    }
    return ServiceProcess.start(folder, all);
  }

  /** The embedded default keeps its file under data/ of the working directory. */
  static TestDatabase.Fresh database(TestDatabase kind, Path folder) {
    return kind == TestDatabase.H2
        ? new TestDatabase.Fresh(
            kind,
            "jdbc:h2:file:" + folder.resolve("data").resolve("ledger"),
            "sa",
            folder.resolve("data").resolve("keys"))
        : kind.fresh();
  }

  /** What points a service at it that is started in that directory. */
  static Map<String, String> environment(TestDatabase.Fresh database) {
    return database.kind() == TestDatabase.H2
        ? Map.of()
        : Map.of(
            "MICRONAUT_ENVIRONMENTS",
            "postgres",
            "DATASOURCES_DEFAULT_URL",
            database.url(),
            "DATASOURCES_DEFAULT_USERNAME",
            database.username(),
            "DATASOURCES_DEFAULT_PASSWORD",
            "");
  }

  private void loadUntilKilled(ServiceProcess service, int round) throws Exception {
    AtomicBoolean killed = new AtomicBoolean();
    int before = acknowledged.size();
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> clerks = new ArrayList<>();
      for (int clerk = 0; clerk < CLIENTS; clerk++) {
        String name = "R%d-C%d-".formatted(round, clerk);
        clerks.add(pool.submit(() -> post(service.client(), name, killed)));
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      try {
        while (acknowledged.size() - before < ACKNOWLEDGED_BEFORE_KILL
            && System.nanoTime() < deadline) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        service.kill();
      } finally {
        killed.set(true);
      }
      for (Future<?> clerk : clerks) {
        clerk.get();
      }
    }
  }

  /** Posts until the service is gone. What was on its way then has no answer. */
  private void post(Client client, String name, AtomicBoolean killed) {
    for (int i = 0; !killed.get(); i++) {
      String key = name + i;
      try {
        Client.Answer answer = client.post(path(key), key, body(key));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        acknowledged.put(key, answer.text());
      } catch (UncheckedIOException gone) {
        unanswered.add(key);
        return;
      }
    }
  }

  private void retryEverything(Client client) {
    assertThat(unanswered).as("postings that the kills cut off").isNotEmpty();
    acknowledged.forEach(
        (key, first) -> {
          Client.Answer again = client.post(path(key), key, body(key));
          assertThat(again.text()).isEqualTo(first);
          assertThat(again.header("Idempotency-Replayed")).contains("true");
        });
    for (String key : unanswered) {
      Client.Answer answer = client.post(path(key), key, body(key));
      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
      acknowledged.put(key, answer.text());
    }
  }

  private static String path(String key) {
    return (key.hashCode() % 2 == 0 ? Client.AUXER : Client.KATTOSKO) + "/invoices";
  }

  private static String body(String key) {
    return key.hashCode() % 2 == 0
        ? Json.auxerInvoice(key, "2001-05-16", "1.25")
        : Json.kattoskoInvoice(key, "2001-05-16", "1.25");
  }

  private static long entries(TestDatabase.Fresh database) throws Exception {
    try (var connection = database.connect()) {
      return Invariants.number(connection, "SELECT COUNT(*) FROM entry");
    }
  }
}
