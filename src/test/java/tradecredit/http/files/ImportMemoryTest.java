package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ProblemException;
import tradecredit.posting.Caller;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A file whose rows are as long as they may be takes little memory, however many they are. */
@Isolated("it measures the memory of the whole JVM")
class ImportMemoryTest {

  private static final String LONG = "x".repeat(16_000);
  private static final int ROWS = 5_000;
  private static final int MANY_ROWS = 100_000;
  private static final int PARTS = 5;
  private static final long MOST_KEPT = 500_000;

  /** Bytes that lived when a part of the file began, and when the last had been read. */
  private final List<Long> live = new ArrayList<>();

  @Test
  void long_malformed_rows_of_an_atomic_file_are_not_kept() {
    String row = "A-%d,2001-05-16,auxer-direct,1.00,1,0," + LONG + "\n";
    try (Service service = Service.on(TestDatabase.H2)) {
      ProblemException malformed =
          catchThrowableOfType(
              ProblemException.class,
              () -> imports(service).atomic(account(service), key(), file(row::formatted)));
      assertThat(malformed.problem("/").status()).isEqualTo(400);
      assertThat(keptOfAPart()).as("bytes kept of a fifth of the file").isLessThan(MOST_KEPT);
    }
  }

  @Test
  void long_rows_of_one_invoice_are_not_kept_beyond_what_an_invoice_may_have() throws Exception {
    String row = "A-1,2001-05-16,auxer-direct,1.00,1,0," + LONG + "\n";
    try (Service service = Service.on(TestDatabase.H2)) {
      imports(service).independent(account(service), key(), file(i -> row));
      assertThat(keptOfAPart()).as("bytes kept of a fifth of the file").isLessThan(MOST_KEPT);
    }
  }

  @Test
  void of_malformed_rows_of_an_independent_file_what_is_wrong_is_kept_once() throws Exception {
    try (Service service = Service.on(TestDatabase.H2)) {
      imports(service)
          .independent(
              account(service),
              key(),
              file("A-%d,2001-05-16,auxer-direct,1.000,1,0,\n"::formatted, MANY_ROWS));
      assertThat(keptOfAPart())
          .as("bytes kept of a fifth of the file")
          .isLessThan(200L * MANY_ROWS / PARTS);
    }
  }

  private static Imports imports(Service service) {
    return service.context().getBean(Imports.class);
  }

  private static TradingAccount account(Service service) {
    return service.context().getBean(Agreement.class).accounts().stream()
        .filter(account -> Client.AUXER.endsWith(account.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static ImportRun.RequestKey key() {
    return new ImportRun.RequestKey("k", "/", new Caller("auxer-group", "clerk"), () -> {});
  }

  private InputStream file(IntFunction<String> row) {
    return file(row, ROWS);
  }

  /** A file that measures what lives whenever another part of its rows begins, and at its end. */
  private InputStream file(IntFunction<String> row, int count) {
    Iterator<String> rows = IntStream.range(0, count).mapToObj(row).iterator();
    String heading = String.join(",", ImportRow.COLUMNS) + "\n";
    return new InputStream() {
      private InputStream part = part(heading);
      private int begun;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = part.read(buffer, offset, length);
        while (read < 0 && begun <= count) {
          if (begun++ % (count / PARTS) == 0) {
            live.add(live());
          }
          part = rows.hasNext() ? part(rows.next()) : nullInputStream();
          read = part.read(buffer, offset, length);
        }
        return read;
      }
    };
  }

  private static InputStream part(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The median of the parts: what is kept once, by the first rows or by somebody else in this JVM,
   * is of no row.
   */
  private long keptOfAPart() {
    assertThat(live).hasSize(PARTS + 1);
    return IntStream.range(0, PARTS)
        .mapToLong(part -> live.get(part + 1) - live.get(part))
        .sorted()
        .skip(PARTS / 2)
        .findFirst()
        .orElseThrow();
  }

  /** What a collection left; what threads have taken in advance since then is nobody's. */
  private static long live() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
