package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A file that never ends, though it goes on, holds its place for a bounded time. */
class ImportTimeTest {

  private static final String IMPORT = Client.AUXER + "/invoices/import";
  private static final String HEADER = String.join(",", ImportRow.COLUMNS) + "\n";

  private static final Map<String, String> SETTINGS =
      Map.of("tradecredit.http.import-timeout", "1500ms", "tradecredit.http.imports", "1");

  private static String row(String number) {
    return number + ",2001-05-16,auxer-direct,1.00,1,0,\n";
  }

  private static void chunk(RawHttp raw, String text) {
    try {
      raw.send("%x\r\n%s\r\n".formatted(text.length(), text));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String all(RawHttp raw) {
    try {
      return raw.receiveAll();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Client.Answer importOne(Client client) {
    return client.send("POST", IMPORT, "another", HEADER + row("B-1"), "Content-Type", "text/csv");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_that_trickles_in_without_end_is_cut_off_and_leaves_its_place(TestDatabase kind)
      throws IOException {
    try (Service service = Service.on(kind.fresh(), SETTINGS);
        RawHttp raw = new RawHttp(service.client().base())) {
      Client client = service.client();
      raw.send(
          "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nIdempotency-Key: k\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
              .formatted(IMPORT, client.key("auxer-telecom-clerk")));
      chunk(raw, HEADER);
      AtomicInteger rows = new AtomicInteger();
      CompletableFuture<String> received = Aside.ask(() -> all(raw));
      Awaiting.until(
          "the end of the connection",
          () -> {
            chunk(raw, row("A-" + rows.incrementAndGet()));
            return received.isDone();
          });
      assertThat(received.join()).as("no answer to half a file").doesNotContain("HTTP/1.1 200");
      Awaiting.until("its place is free", () -> importOne(client).status() == 200);
      Invariants.hold(service.database());
    }
  }
}
