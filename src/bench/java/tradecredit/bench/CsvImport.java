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

  /** Imports so many invoices of one row each; rows a second, from the first byte to the last. */
  double run(Account account, int rows) throws Exception {
    // The connection is closed first: it ends a writer that nobody listens to.
    try (ExecutorService writing = Executors.newVirtualThreadPerTaskExecutor();
        HttpConnection connection = service.connect()) {
      long begun = System.nanoTime();
      Future<?> written = writing.submit(() -> write(connection, account, rows));
      HttpAnswer answer = receive(connection).require(200);
      long ended = System.nanoTime();
      written.get();
      if (answer.number("accepted") != rows || answer.number("refused") != 0) {
        throw new IllegalStateException("an import was not accepted whole");
      }
      invoices.accepted(account, rows);
      return rows * 1e9 / (ended - begun);
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
    String head =
        service
            .requests()
            .postHead(
                "/v1/accounts/" + account.id() + "/invoices/import",
                "text/csv",
                "import-" + first,
                "Transfer-Encoding: chunked");
    connection.send(Requests.ascii(head));
    StringBuilder chunk = new StringBuilder(HEADER).append(row(account, first));
    for (int i = 1; i < rows; i++) {
      chunk.append(row(account, invoices.number()));
      if (chunk.length() > CHUNK) {
        sendChunk(connection, chunk);
      }
    }
    sendChunk(connection, chunk);
    connection.send(Requests.ascii("0\r\n\r\n"));
    return null;
  }

  private static String row(Account account, long number) {
    return Invoices.csv(account, number) + "\r\n";
  }

  private static void sendChunk(HttpConnection connection, StringBuilder chunk) throws IOException {
    if (!chunk.isEmpty()) {
      String framed = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n";
      connection.send(Requests.ascii(framed));
      chunk.setLength(0);
    }
  }
}
