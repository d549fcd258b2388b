package tradecredit.bench;

import java.io.IOException;
import tradecredit.bench.Invoices.Account;

/** The business date that the run is on, and the count at its end. */
final class Books {

  private Books() {}

  /** Rolls the book to the day on which all invoices may be dated. */
  static void open(Service service) throws IOException {
    String body = "{\"date\":\"%s\"}".formatted(Invoices.BUSINESS_DATE);
    service.ask(service.requests().json("PUT", "/v1/business-date", body)).require(200);
  }

  /** Fails unless each account has exactly one entry for each posting it accepted. */
  static void check(Service service, Invoices invoices) throws IOException {
    for (Account account : Account.values()) {
      long sequence = sequence(service, account);
      if (sequence != invoices.accepted(account)) {
        throw new IllegalStateException(
            "account %s has %d entries for %d accepted postings"
                .formatted(account.id(), sequence, invoices.accepted(account)));
      }
    }
  }

  private static long sequence(Service service, Account account) throws IOException {
    return service
        .ask(service.requests().get(balance(account)))
        .require(200)
        .json()
        .path("sequence")
        .longValue();
  }

  /** Where an account's balance is asked for. */
  static String balance(Account account) {
    return "/v1/accounts/%s/balance".formatted(account.id());
  }
}
