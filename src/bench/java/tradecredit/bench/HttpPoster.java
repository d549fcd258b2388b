package tradecredit.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import tradecredit.bench.Invoices.Account;

/** Posts over HTTP: requests rendered beforehand, with number, key and day put in their places. */
final class HttpPoster implements Poster {

  private final HttpConnection connection;
  private final Invoices invoices;
  private final Map<Account, Template> templates = new EnumMap<>(Account.class);

  HttpPoster(Service service, Invoices invoices) throws IOException {
    this.connection = service.connect();
    this.invoices = invoices;
    for (Account account : Account.values()) {
      templates.put(account, Template.of(account, connection));
    }
  }

  /** A request and where in it the number (twice) and the day stand. */
  private static final class Template {

    private final byte[] bytes;
    private final int key;
    private final int number;
    private final int day;

    private Template(String request) {
      bytes = HttpConnection.ascii(request);
      key = request.indexOf("bench-") + "bench-".length();
      number = request.indexOf("\"B-") + "\"B-".length();
      day = request.indexOf("2001-05-") + "2001-05-".length();
    }

    static Template of(Account account, HttpConnection connection) {
      String body = Invoices.json(account, 0);
      String head =
          connection.postHead(
              "/v1/accounts/" + account.id() + "/invoices",
              "application/json",
              "bench-" + Invoices.text(0),
              "Content-Length: " + body.length());
      return new Template(head + body);
    }

    byte[] with(long count) {
      put(count, key, 10);
      put(count, number, 10);
      put(Invoices.day(count), day, 2);
      return bytes;
    }

    private void put(long value, int at, int digits) {
      long rest = value;
      for (int i = at + digits - 1; i >= at; i--) {
        bytes[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }

  @Override
  public void post() throws IOException {
    long number = invoices.number();
    Account account = Account.of(number);
    Template template = java.util.Objects.requireNonNull(templates.get(account));
    connection.exchange(template.with(number)).require(201);
    invoices.accepted(account, 1);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
