package tradecredit.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import tradecredit.money.Money;

/** One thing that happens to a book in a random test; as text, it can be read and played again. */
sealed interface Step {

  /** An invoice is posted. */
  record Invoice(AnInvoice invoice) implements Step {}

  /** Invoices are posted whole or not at all. */
  record Batch(List<AnInvoice> invoices) implements Step {}

  /** A payment is posted. */
  record Payment(APayment payment) implements Step {}

  /** The business date moves on. */
  record NewDay(LocalDate date) implements Step {}

  /** So many steps from one seed, the same at every run. */
  static List<Step> random(long seed, int steps) {
    return new Randomness(new SplittableRandom(seed)).steps(steps);
  }

  /**
   * Numbers and references repeat now and then, dates are too early or too late now and then, and
   * most amounts are multiples of 50.00, so that limits and open amounts are met exactly.
   */
  final class Randomness {

    private final SplittableRandom random;
    private final Set<String> numbers = new LinkedHashSet<>();
    private LocalDate today = LocalDate.parse("2001-05-20");

    private Randomness(SplittableRandom random) {
      this.random = random;
    }

    private List<Step> steps(int count) {
      List<Step> steps = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int choice = random.nextInt(100);
        if (choice < 40) {
          steps.add(new Invoice(invoice()));
        } else if (choice < 50) {
          steps.add(new Batch(List.of(invoice(), invoice(), invoice())));
        } else if (choice < 90) {
          steps.add(new Payment(payment()));
        } else {
          today = today.plusDays(random.nextInt(1, 15));
          steps.add(new NewDay(today));
        }
      }
      return steps;
    }

    private AnInvoice invoice() {
      String number = "A-" + random.nextInt(100);
      numbers.add(number);
      return AnInvoice.anInvoice(number).dated(date()).of(amount(300));
    }

    private APayment payment() {
      APayment payment =
          APayment.aPayment("P-" + random.nextInt(80)).received(date()).of(amount(500));
      if (random.nextInt(3) > 0) {
        return payment;
      }
      APayment explicit = payment.toNoInvoice();
      List<String> wanted = new ArrayList<>(numbers);
      for (int i = random.nextInt(4); i > 0 && !wanted.isEmpty(); i--) {
        explicit = explicit.to(wanted.remove(random.nextInt(wanted.size())), amount(100));
      }
      return explicit;
    }

    private String date() {
      LocalDate dayBefore = TestAgreement.EFFECTIVE.minusDays(1);
      LocalDate earliest = today.minusDays(random.nextInt(30));
      LocalDate from = earliest.isBefore(dayBefore) ? dayBefore : earliest;
      return from.plusDays(random.nextLong(ChronoUnit.DAYS.between(from, today) + 2)).toString();
    }

    private String amount(int upTo) {
      int units = random.nextInt(1, upTo / 50 + 1) * 50;
      int cents = random.nextInt(4) == 0 ? random.nextInt(100) : 0;
      return Money.ofCents(units * 100L - cents).toString();
    }
  }
}
