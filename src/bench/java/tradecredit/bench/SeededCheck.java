package tradecredit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Whether the service's own figures of a seeded account agree, today and in mid-history. */
final class SeededCheck {

  private SeededCheck() {}

  /** Fails where they do not. */
  static void check(Service service, SeededAccount account) throws IOException {
    LocalDate middle = account.firstDay().plusDays(account.days() / 2);
    BigDecimal owed =
        BigDecimal.valueOf(Invoices.TOTAL, 2).multiply(BigDecimal.valueOf(account.open()));
    require(account, "balance", owed, amount(ask(service, account, "balance"), "balance"));
    require(account, "open invoices", account.open(), count(ask(service, account, "aging")));
    for (LocalDate day : new LocalDate[] {middle, SeededAccount.BUSINESS_DATE}) {
      BigDecimal balance = amount(ask(service, account, "balance?asOf=" + day), "balance");
      for (String basis : new String[] {"dueDate", "invoiceDate"}) {
        JsonNode aging = ask(service, account, "aging?asOf=%s&basis=%s".formatted(day, basis));
        require(account, "aging's balance of " + day, balance, amount(aging, "balance"));
        require(
            account,
            "open items less unapplied credit of " + day,
            balance,
            amount(aging, "openItems").subtract(amount(aging, "unappliedCredit")));
        require(
            account,
            "not due and the buckets of " + day,
            amount(aging, "openItems"),
            amount(aging, "notDue").add(inBuckets(aging)));
      }
    }
  }

  private static JsonNode ask(Service service, SeededAccount account, String question)
      throws IOException {
    return service.ask(service.requests().get(account.path(question))).require(200).json();
  }

  private static BigDecimal amount(JsonNode body, String field) {
    return new BigDecimal(body.required(field).textValue());
  }

  private static BigDecimal inBuckets(JsonNode aging) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode bucket : aging.required("buckets")) {
      sum = sum.add(amount(bucket, "amount"));
    }
    return sum;
  }

  /** How many are past due, and how many of the rest the invoice date's buckets have. */
  private static int count(JsonNode aging) {
    int count = 0;
    for (JsonNode bucket : aging.required("buckets")) {
      count += bucket.required("count").intValue();
    }
    BigDecimal each = BigDecimal.valueOf(Invoices.TOTAL, 2);
    return count + amount(aging, "notDue").divide(each).intValueExact();
  }

  private static void require(SeededAccount account, String what, Object wanted, Object found) {
    if (!same(wanted, found)) {
      throw new IllegalStateException(
          "%s: the %s should be %s and is %s".formatted(account.id(), what, wanted, found));
    }
  }

  /** Amounts are the same whatever their scale. */
  private static boolean same(Object wanted, Object found) {
    if (wanted instanceof BigDecimal amount && found instanceof BigDecimal other) {
      return amount.compareTo(other) == 0;
    }
    return wanted.equals(found);
  }
}
