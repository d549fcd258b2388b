package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.WatchedDisk;
import tradecredit.support.Webhooks;

/**
 * A kill leaves of the embedded file what was written until then, and it may come after any write.
 * So the file is copied after writes, while both accounts are posted on, webhooks are sent and the
 * file is compacted, while the service stops, and while it starts on what a kill left; and each
 * copy is a book of which the invariants hold, and in it is what was answered when it was made.
 * With two transactions that write at once 16 of 300 copies were not such a book; and where H2 kept
 * no versions, 12 of 600, half of them right before a header, were without what had been answered.
 */
class CutAnywhereTest {

  /** So many of each kind. */
  private static final int CUTS = 30;

  /** On so many of them a service starts. */
  private static final int STARTS = 4;

  /** Of the writes at large one of so many is looked at. */
  private static final int ONE_OF = 12;

  private static final int POSTERS = 3;
  private static final String DAY = "2001-05-16";

  @TempDir Path folder;

  /** Right before the file's header is written again, which is when H2 finds its way the worst. */
  private final List<Cut> beforeHeaders = new CopyOnWriteArrayList<>();

  private final List<Cut> anywhere = new CopyOnWriteArrayList<>();
  private final List<Cut> asItStops = new CopyOnWriteArrayList<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger made = new AtomicInteger();

  /** What a kill would have left, and the invoices that were answered before. */
  private record Cut(Path file, Set<String> answered) {}

  /** Makes the copies: after each write, and keeps some of them when it sees what follows. */
  private final class Cutting implements WatchedDisk.Watch {

    private @Nullable Cut last;

    @Override
    public void after(Path file, long position) throws IOException {
      if (stopping.get()) {
        asItStops.add(new Cut(copy(file), Set.copyOf(answered)));
        return;
      }
      if (last != null && !isKept(last, position == 0)) {
        Files.delete(last.file());
      }
      last = null;
      if (!answered.isEmpty() && !over.get()) {
        Set<String> before = Set.copyOf(answered);
        last = new Cut(copy(file), before);
      }
    }

    private boolean isKept(Cut cut, boolean headerFollows) {
      if (headerFollows && beforeHeaders.size() < CUTS) {
        return beforeHeaders.add(cut);
      }
      return ThreadLocalRandom.current().nextInt(ONE_OF) == 0
          && anywhere.size() < CUTS
          && anywhere.add(cut);
    }
  }

  @Test
  void after_whichever_write_a_kill_comes_the_book_holds_with_all_that_was_answered()
      throws Exception {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    try (Receiver receiver = Receiver.answering(204);
        Service service =
            Service.on(
                WatchedDisk.with(database.with(";RETENTION_TIME=0"), new Cutting()), settings())) {
      Webhooks.of(service).make(receiver.url());
      List<CompletableFuture<Void>> posters = new ArrayList<>();
      for (int poster = 1; poster <= POSTERS; poster++) {
        posters.add(postOn(service.client(), "auxer-to-kattosko", "A-" + poster));
        posters.add(postOn(service.client(), "kattosko-to-seller", "K-" + poster));
      }
      try {
        Awaiting.until(
            "all cuts",
            Duration.ofMinutes(2),
            () ->
                (beforeHeaders.size() == CUTS && anywhere.size() == CUTS)
                    || posters.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
      } finally {
        over.set(true);
      }
      posters.forEach(CompletableFuture::join);
      stopping.set(true);
    }
    Invariants.hold(database);
    assertThat(asItStops).isNotEmpty();
    for (Cut cut : anywhere.subList(0, STARTS)) {
      startsOn(cut, database);
    }
    for (List<Cut> cuts : List.of(beforeHeaders, anywhere, asItStops)) {
      for (Cut cut : cuts) {
        holds(cut, database);
      }
    }
  }

  /**
   * A service starts on a copy of it, posts, and stops, and may be killed after each of its writes.
   * Nobody may have opened it before: whoever does ends what the kill cut off.
   */
  private void startsOn(Cut cut, TestDatabase.Fresh database) throws Exception {
    List<Path> copies = new CopyOnWriteArrayList<>();
    WatchedDisk.Watch watch =
        new WatchedDisk.Watch() {
          @Override
          public void after(Path file, long position) throws IOException {
            copies.add(copy(file));
          }
        };
    TestDatabase.Fresh left = at(copy(cut.file()), database);
    try (Service service = Service.on(WatchedDisk.with(left, watch), settings())) {
      post(service.client(), "auxer-to-kattosko", "again");
    }
    assertThat(copies).isNotEmpty();
    for (Path copy : copies) {
      holds(new Cut(copy, cut.answered()), database);
    }
  }

  private Path copy(Path file) throws IOException {
    return Files.copy(file, folder.resolve("cut-" + made.incrementAndGet() + ".mv.db"));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Webhooks.settings());
    settings.put("tradecredit.embedded-file.compaction-interval", "5ms");
    return settings;
  }

  /** Posts invoices of a cent until it is over. */
  private CompletableFuture<Void> postOn(Client client, String account, String prefix) {
    return Aside.run(
        () -> {
          for (int n = 1; !over.get(); n++) {
            String number = prefix + "-" + n;
            post(client, account, number);
            answered.add(account + " " + number);
          }
        });
  }

  private static void post(Client client, String account, String number) {
    String product = account.startsWith("auxer") ? "auxer-direct" : "original";
    Client.Answer answer =
        client.post(
            "/v1/accounts/" + account + "/invoices", Json.invoice(number, DAY, product, "0.01"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  private static void holds(Cut cut, TestDatabase.Fresh database) throws SQLException {
    TestDatabase.Fresh left = at(cut.file(), database);
    Invariants.hold(left);
    try (Connection connection = left.connect()) {
      assertThat(Invariants.texts(connection, "SELECT account_id || ' ' || number FROM invoice"))
          .as("what was answered by %s", cut.file())
          .containsAll(cut.answered());
    }
  }

  private static TestDatabase.Fresh at(Path file, TestDatabase.Fresh database) {
    String place = file.toString().replace(".mv.db", "");
    return new TestDatabase.Fresh(
        database.kind(),
        database.url().replaceFirst("(jdbc:h2:file:)[^;]+", "$1" + place),
        database.username(),
        database.keys());
  }
}
