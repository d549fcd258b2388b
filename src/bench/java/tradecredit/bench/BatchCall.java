package tradecredit.bench;

import java.util.concurrent.Callable;
import tradecredit.bench.Invoices.Account;

/** Batch calls: {@code POST .../invoices/batch}, independent. */
final class BatchCall {

  private final Service service;
  private final Invoices invoices;

  BatchCall(Service service, Invoices invoices) {
    this.service = service;
    this.invoices = invoices;
  }

  /** Posts so many invoices in one call; how many a second, from the first byte to the last. */
  double post(Account account, int size) throws Exception {
    return post(account, size, () -> 0);
  }

  /** The same, begun once {@code ready} is over. */
  double post(Account account, int size, Callable<?> ready) throws Exception {
    byte[] request = request(account, size);
    try (HttpConnection connection = service.connect()) {
      ready.call();
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

  private byte[] request(Account account, int size) {
    StringBuilder body = new StringBuilder("{\"mode\":\"independent\",\"invoices\":[");
    long first = invoices.number();
    body.append(Invoices.json(account, first));
    for (int i = 1; i < size; i++) {
      body.append(',').append(Invoices.json(account, invoices.number()));
    }
    body.append("]}");
    String head =
        service
            .requests()
            .postHead(
                "/v1/accounts/" + account.id() + "/invoices/batch",
                "application/json",
                "batch-" + first,
                "Content-Length: " + body.length());
    return Requests.ascii(head + body);
  }
}
