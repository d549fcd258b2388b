package tradecredit.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The invoices that the benchmark makes up, and how many of them each account has taken. */
final class Invoices {

  /** The two accounts and a product that may be sold on each. */
  enum Account {
    FIRST("auxer-to-kattosko", "auxer-direct"),
    SECOND("kattosko-to-seller", "original");

    private final String id;
    private final String product;

    Account(String id, String product) {
      this.id = id;
      this.product = product;
    }

    String id() {
      return id;
    }

    String product() {
      return product;
    }

    /** Half of all numbers go to each account. */
    static Account of(long number) {
      return number % 2 == 0 ? FIRST : SECOND;
    }
  }

  /** The book's today. */
  static final String BUSINESS_DATE = "2001-05-31";

  /** Cents of every invoice: ten cards of 10.00 less 30 percent. */
  static final long TOTAL = 7_000;

  private static final int FIRST_DAY = 16;
  private static final int DAYS = 16;

  private final AtomicLong next = new AtomicLong();
  private final Map<Account, LongAdder> accepted =
      Map.of(Account.FIRST, new LongAdder(), Account.SECOND, new LongAdder());

  /** A number that no invoice has had. */
  long number() {
    return next.getAndIncrement();
  }

  /** Ten digits. */
  static String text(long number) {
    String digits = Long.toString(number);
    return "0".repeat(10 - digits.length()) + digits;
  }

  /** Which of the sixteen days up to the business date; past due is none of them. */
  static int day(long number) {
    return FIRST_DAY + (int) (number / 2 % DAYS);
  }

  /** Notes that an account took so many. */
  void accepted(Account account, long count) {
    Objects.requireNonNull(accepted.get(account)).add(count);
  }

  /** How many an account took so far. */
  long accepted(Account account) {
    return Objects.requireNonNull(accepted.get(account)).sum();
  }

  /** An invoice as JSON. */
  static String json(Account account, long number) {
    return """
    {"number":"B-%s","invoiceDate":"2001-05-%d","lines":[{"product":"%s","faceValue":"10.00",\
    "quantity":10,"discount":"30"}]}\
    """
        .formatted(text(number), day(number), account.product());
  }

  /** An invoice as a row of an import. */
  static String csv(Account account, long number) {
    return String.join(
        ",",
        List.of(
            "B-" + text(number),
            "2001-05-" + day(number),
            account.product(),
            "10.00",
            "10",
            "30",
            ""));
  }
}
