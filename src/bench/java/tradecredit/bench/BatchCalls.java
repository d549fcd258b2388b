package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tradecredit.bench.Invoices.Account;

/**
 * Batch calls of one size beside the bare insert of as many rows, in turn: one call at a time, the
 * accounts taking turns, then two at once, one on each account.
 */
final class BatchCalls {

  private final Service service;
  private final Database database;
  private final Invoices invoices;
  private final java.util.concurrent.atomic.AtomicLong baselineNumbers;

  BatchCalls(
      Service service,
      Database database,
      Invoices invoices,
      java.util.concurrent.atomic.AtomicLong baselineNumbers) {
    this.service = service;
    this.database = database;
    this.invoices = invoices;
    this.baselineNumbers = baselineNumbers;
  }

  /** Postings a second of each call, ascending. */
  record Result(int size, List<Double> alone, List<Double> bare, List<Double> together) {

    static double median(List<Double> ascending) {
      return ascending.get(ascending.size() / 2);
    }

    double ratio() {
      return median(alone) / median(bare);
    }
  }

  /** Runs so many calls of that size unmeasured, then as many measured. */
  Result measure(int size, int warmUp, int calls) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      call(account(i), size);
      bare(account(i), size);
    }
    List<Double> alone = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      alone.add(call(account(i), size));
      bare.add(bare(account(i), size));
    }
    return new Result(size, ascending(alone), ascending(bare), ascending(together(size, calls)));
  }

  private static Account account(int call) {
    return Account.of(call);
  }

  private static List<Double> ascending(List<Double> rates) {
    return rates.stream().sorted().toList();
  }

  /** One call; the rate counts from its first byte out to its last byte in. */
  private double call(Account account, int size) throws Exception {
    try (HttpConnection connection = service.connect()) {
      byte[] request = request(account, size, connection);
      long begun = System.nanoTime();
      HttpAnswer answer = connection.exchange(request).require(200);
      long ended = System.nanoTime();
      if (answer.number("accepted") != size || answer.number("refused") != 0) {
        throw new IllegalStateException("a batch was not accepted whole");
      }
      invoices.accepted(account, size);
      return size * 1e9 / (ended - begun);
    }
  }

  private byte[] request(Account account, int size, HttpConnection connection) {
    StringBuilder body = new StringBuilder("{\"mode\":\"independent\",\"invoices\":[");
    long first = invoices.number();
    body.append(Invoices.json(account, first));
    for (int i = 1; i < size; i++) {
      body.append(',').append(Invoices.json(account, invoices.number()));
    }
    body.append("]}");
    String head =
        connection.postHead(
            "/v1/accounts/" + account.id() + "/invoices/batch",
            "application/json",
            "batch-" + first,
            "Content-Length: " + body.length());
    return HttpConnection.ascii(head + body);
  }

  private double bare(Account account, int size) throws Exception {
    try (BareInsert bare = new BareInsert(database, baselineNumbers)) {
      long begun = System.nanoTime();
      bare.insert(account, size);
      return size * 1e9 / (System.nanoTime() - begun);
    }
  }

  private List<Double> together(int size, int rounds) throws Exception {
    List<Double> rates = new ArrayList<>();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < rounds; round++) {
        List<Callable<Double>> calls =
            IntStream.range(0, 2)
                .<Callable<Double>>mapToObj(i -> () -> call(account(i), size))
                .toList();
        double slowest = Double.MAX_VALUE;
        for (Future<Double> call : both.invokeAll(calls)) {
          slowest = Math.min(slowest, call.get());
        }
        rates.add(2 * slowest);
      }
    }
    return rates;
  }
}
