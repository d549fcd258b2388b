package tradecredit.aging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.aging.Aging.Bucket;
import tradecredit.money.Money;

/** What is owed, by age in whole days. */
class AgingTest {

  private static final LocalDate AS_OF = LocalDate.parse("2001-11-13");
  private static final int NET_DAYS = 21;

  @ParameterizedTest
  @CsvSource({
    "-30, notDue",
    "-1, notDue",
    "0, notDue",
    "1, 1-30",
    "30, 1-30",
    "31, 31-60",
    "60, 31-60",
    "61, 61-90",
    "90, 61-90",
    "91, 91-",
    "4000, 91-"
  })
  void an_amount_of_so_many_days_stands_in_this_bucket(int days, String bucket) {
    Aging aging = aging(BucketBounds.DEFAULT, List.of(open(AS_OF.minusDays(days), "10.00")));
    assertThat(placesOf(aging)).containsExactly(bucket);
  }

  @ParameterizedTest
  @CsvSource({
    "20, notDue, 1-30",
    "21, notDue, 1-30",
    "22, 1-30, 1-30",
    "30, 1-30, 1-30",
    "31, 1-30, 31-60",
    "0, notDue, notDue"
  })
  void the_basis_says_from_which_day_an_invoice_ages(
      int daysOld, String byDueDate, String byInvoiceDate) {
    LocalDate invoiceDate = AS_OF.minusDays(daysOld);
    assertThat(
            placesOf(
                aging(
                    BucketBounds.DEFAULT, List.of(open(invoiceDate.plusDays(NET_DAYS), "10.00")))))
        .containsExactly(byDueDate);
    assertThat(placesOf(aging(BucketBounds.DEFAULT, List.of(open(invoiceDate, "10.00")))))
        .containsExactly(byInvoiceDate);
  }

  @Test
  void the_two_bases_have_the_names_of_the_api() {
    assertThat(Basis.values())
        .extracting(Basis::wireName)
        .containsExactly("dueDate", "invoiceDate");
  }

  @Test
  void any_buckets_are_written_from_and_to_and_the_last_is_open_ended() {
    Aging aging = aging(new BucketBounds(List.of(1, 7, 365)), List.of());
    assertThat(aging.buckets())
        .containsExactly(
            new Bucket(1, 1, Money.ZERO, 0),
            new Bucket(2, 7, Money.ZERO, 0),
            new Bucket(8, 365, Money.ZERO, 0),
            new Bucket(366, null, Money.ZERO, 0));
  }

  @Test
  void amounts_and_invoices_of_several_days_add_up_within_a_bucket() {
    Aging aging =
        aging(
            BucketBounds.DEFAULT,
            List.of(
                new OpenAmount(AS_OF.minusDays(1), Money.parse("10.00"), Money.ZERO, 2),
                new OpenAmount(AS_OF.minusDays(30), Money.parse("5.00"), Money.ZERO, 1),
                new OpenAmount(AS_OF.minusDays(31), Money.parse("1.00"), Money.ZERO, 4)));
    assertThat(aging.buckets().getFirst()).isEqualTo(new Bucket(1, 30, Money.parse("15.00"), 3));
    assertThat(aging.buckets().get(1)).isEqualTo(new Bucket(31, 60, Money.parse("1.00"), 4));
  }

  @Test
  void disputed_parts_are_in_the_buckets_and_told_as_an_of_which() {
    Aging aging =
        aging(
            BucketBounds.DEFAULT,
            List.of(
                new OpenAmount(AS_OF.plusDays(1), Money.parse("10.00"), Money.parse("4.00"), 1),
                new OpenAmount(AS_OF.minusDays(1), Money.parse("20.00"), Money.parse("20.00"), 1)));
    assertThat(aging.notDue()).isEqualTo(Money.parse("10.00"));
    assertThat(aging.buckets().getFirst().amount()).isEqualTo(Money.parse("20.00"));
    assertThat(aging.disputed()).isEqualTo(Money.parse("24.00"));
    assertThat(aging.openItems()).isEqualTo(Money.parse("30.00"));
  }

  @Test
  void an_account_without_open_items_owes_the_opposite_of_its_unapplied_credit() {
    Aging aging = Aging.of(AS_OF, BucketBounds.DEFAULT, List.of(), Money.parse("12.00"));
    assertThat(aging.openItems()).isEqualTo(Money.ZERO);
    assertThat(aging.balance()).isEqualTo(Money.parse("12.00").negated());
  }

  @Test
  void
      whatever_is_open_not_due_and_buckets_sum_to_open_items_and_these_less_credit_to_the_balance() {
    SplittableRandom random = new SplittableRandom(20010516);
    for (int round = 0; round < 200; round++) {
      List<OpenAmount> amounts = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        Money amount = Money.ofCents(random.nextLong(1, 1_000_000));
        amounts.add(
            new OpenAmount(
                AS_OF.minusDays(random.nextInt(-60, 200)),
                amount,
                Money.ZERO,
                random.nextInt(1, 5)));
      }
      Money credit = Money.ofCents(random.nextLong(100_000));
      Aging aging = Aging.of(AS_OF, bounds(random), amounts, credit);
      Money inBuckets =
          aging.buckets().stream().map(Bucket::amount).reduce(Money.ZERO, Money::plus);
      Money open = amounts.stream().map(OpenAmount::amount).reduce(Money.ZERO, Money::plus);
      assertThat(aging.notDue().plus(inBuckets)).isEqualTo(aging.openItems()).isEqualTo(open);
      assertThat(aging.balance()).isEqualTo(open.minus(credit));
      assertThat(aging.buckets().stream().mapToLong(Bucket::count).sum())
          .isEqualTo(
              amounts.stream()
                  .filter(each -> each.day().isBefore(AS_OF))
                  .mapToLong(OpenAmount::invoices)
                  .sum());
    }
  }

  private static BucketBounds bounds(SplittableRandom random) {
    int step = random.nextInt(1, 50);
    return new BucketBounds(
        IntStream.rangeClosed(1, random.nextInt(1, 20)).mapToObj(i -> i * step).toList());
  }

  private static OpenAmount open(LocalDate day, String amount) {
    return new OpenAmount(day, Money.parse(amount), Money.ZERO, 1);
  }

  private static Aging aging(BucketBounds bounds, List<OpenAmount> amounts) {
    return Aging.of(AS_OF, bounds, amounts, Money.ZERO);
  }

  /** Where something stands. */
  private static List<String> placesOf(Aging aging) {
    List<String> places = new ArrayList<>();
    if (aging.notDue().isPositive()) {
      places.add("notDue");
    }
    for (Bucket bucket : aging.buckets()) {
      if (bucket.amount().isPositive() && bucket.count() == 1) {
        places.add(bucket.from() + "-" + (bucket.to() == null ? "" : bucket.to()));
      }
    }
    return places;
  }
}
