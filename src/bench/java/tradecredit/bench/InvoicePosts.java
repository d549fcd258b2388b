package tradecredit.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import tradecredit.bench.Invoices.Account;

/**
 * One connection that posts one invoice a request: requests rendered beforehand, with number, key
 * and day put in their places.
 */
final class InvoicePosts implements Exchange {

  private static final String ZERO = Invoices.text(0);

  private final Invoices invoices;
  private final Map<Account, Template> templates = new EnumMap<>(Account.class);
  private final LongFunction<Account> accounts;
  private Account current = Account.FIRST;

  /** Posts on both accounts. */
  InvoicePosts(Requests requests, Invoices invoices) {
    this(requests, invoices, Account::of);
  }

  /** Posts each number on the account that is told for it. */
  InvoicePosts(Requests requests, Invoices invoices, LongFunction<Account> accounts) {
    this.invoices = invoices;
    this.accounts = accounts;
    for (Account account : Account.values()) {
      templates.put(account, Template.of(account, requests));
    }
  }

  /** The side that posts to {@code service}. */
  static HttpSide side(Service service, Invoices invoices) {
    return new HttpSide(service, () -> new InvoicePosts(service.requests(), invoices));
  }

  @Override
  public byte[] request() {
    long number = invoices.number();
    current = accounts.apply(number);
    return Objects.requireNonNull(templates.get(current)).with(number);
  }

  @Override
  public void answered(HttpMessage answer) {
    answer.require(201);
    invoices.accepted(current, 1);
  }

  /** A request and where in it the number (twice) and the day stand. */
  private static final class Template {

    private final byte[] bytes;
    private final int key;
    private final int number;
    private final int day;

    private Template(String request) {
      bytes = Requests.ascii(request);
      key = request.indexOf("bench-") + "bench-".length();
      number = request.indexOf("\"B-") + "\"B-".length();
      day = request.indexOf("2001-05-") + "2001-05-".length();
    }

    static Template of(Account account, Requests requests) {
      String body = Invoices.json(account, 0);
      String head =
          requests.postHead(
              "/v1/accounts/" + account.id() + "/invoices",
              "application/json",
              "bench-" + ZERO,
              "Content-Length: " + body.length());
      return new Template(head + body);
    }

    byte[] with(long count) {
      put(count, key, ZERO.length());
      put(count, number, ZERO.length());
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
}
