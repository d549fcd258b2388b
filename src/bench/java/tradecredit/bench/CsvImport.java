package tradecredit.bench;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tradecredit.bench.Invoices.Account;

/** One import, streamed in chunks while its answer is read: neither end needs to hold it whole. */
final class CsvImport {

  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\r\n";
  private static final int CHUNK = 1 << 15;

  private final Service service;
  private final Invoices invoices;

  CsvImport(Service service, Invoices invoices) {
    this.service = service;
    this.invoices = invoices;
  }

  /**
   * What an import measured.
   *
   * @param rows how many
   * @param rowsPerSecond from its first byte out to its last byte in
   * @param answerBytes the length of the answer
   * @param residentMegabytes the service's peak so far
   */
  record Result(int rows, double rowsPerSecond, long answerBytes, long residentMegabytes) {}

  /** Imports so many invoices of one row each; null where the service has no imports. */
  @Nullable Result run(Account account, int rows) throws Exception {
    // The connection is closed first: it ends a writer that nobody listens to.
    try (ExecutorService writing = Executors.newVirtualThreadPerTaskExecutor();
        HttpConnection connection = service.connect()) {
      long begun = System.nanoTime();
      Future<?> written = writing.submit(() -> write(connection, account, rows));
      HttpAnswer answer = receive(connection);
      long ended = System.nanoTime();
      if (answer.status() == 404 || answer.status() == 405 || answer.status() == 415) {
        return null;
      }
      answer.require(200);
      written.get();
      if (answer.number("accepted") != rows || answer.number("refused") != 0) {
        throw new IllegalStateException("an import was not accepted whole");
      }
      invoices.accepted(account, rows);
      double rate = rows * 1e9 / (ended - begun);
      return new Result(rows, rate, answer.length(), service.peakResidentMegabytes());
    }
  }

  /** What the service has written tells more than a connection that ends. */
  private HttpAnswer receive(HttpConnection connection) throws IOException {
    try {
      return connection.receive();
    } catch (IOException ended) {
      throw new IOException("an import had no answer; the service wrote:\n" + service.log(), ended);
    }
  }

  private @Nullable Object write(HttpConnection connection, Account account, int rows)
      throws IOException {
    long first = invoices.number();
    send(
        connection,
        connection.postHead(
            "/v1/accounts/" + account.id() + "/invoices/import",
            "text/csv",
            "import-" + first,
            "Transfer-Encoding: chunked"));
    StringBuilder chunk = new StringBuilder(HEADER).append(row(account, first));
    for (int i = 1; i < rows; i++) {
      chunk.append(row(account, invoices.number()));
      if (chunk.length() > CHUNK) {
        sendChunk(connection, chunk);
      }
    }
    sendChunk(connection, chunk);
    send(connection, "0\r\n\r\n");
    return null;
  }

  private static String row(Account account, long number) {
    return Invoices.csv(account, number) + "\r\n";
  }

  private static void sendChunk(HttpConnection connection, StringBuilder chunk) throws IOException {
    if (!chunk.isEmpty()) {
      send(connection, Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
      chunk.setLength(0);
    }
  }

  private static void send(HttpConnection connection, String text) throws IOException {
    connection.send(HttpConnection.ascii(text));
  }
}
