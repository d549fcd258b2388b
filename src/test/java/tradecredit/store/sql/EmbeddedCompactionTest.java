package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The embedded file does not grow with each commit, as it would by itself. */
class EmbeddedCompactionTest {

  private static final int POSTINGS = 300;

  /** Its steps are taken here, and not by the clock. */
  private static final Map<String, String> NEVER =
      Map.of("tradecredit.embedded-file.compaction-interval", "1d");

  /** Without any step they would make the file so many times as large once more. */
  private static final int MORE = 4;

  /** As of twenty postings a second. */
  private static final int POSTINGS_A_STEP = 10;

  private int posted;

  @Test
  void a_file_that_grew_with_each_posting_has_room_for_the_next_ones_once_it_is_compacted()
      throws IOException {
    TestDatabase.Fresh made = TestDatabase.H2.fresh();
    // What H2 waits with a chunk's space for is longer than a test may last: 45 seconds.
    TestDatabase.Fresh database = made.with(";RETENTION_TIME=0");
    try (Service service = Service.on(database, NEVER)) {
      EmbeddedCompaction compaction = service.context().getBean(EmbeddedCompaction.class);
      long before = size(made);
      post(service, () -> {});
      long grown = size(made);
      assertThat(grown).as("with no step taken").isGreaterThan(2 * before);
      for (int i = 0; i < MORE; i++) {
        post(service, () -> now(compaction));
      }
      assertThat(size(made)).as("with steps").isLessThan(2 * grown);
    }
    Invariants.hold(made);
  }

  private void now(EmbeddedCompaction compaction) {
    if (posted % POSTINGS_A_STEP == 0) {
      compaction.run();
    }
  }

  private void post(Service service, Runnable afterEach) {
    for (int i = 0; i < POSTINGS; i++) {
      posted++;
      Client.Answer answer =
          service
              .client()
              .post(
                  Client.AUXER + "/invoices",
                  Json.auxerInvoice("A-" + posted, "2001-05-16", "1.00"));
      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
      afterEach.run();
    }
  }

  private static long size(TestDatabase.Fresh database) throws IOException {
    return Files.size(database.file());
  }
}
