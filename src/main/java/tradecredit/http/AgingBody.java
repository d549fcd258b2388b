package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.aging.Aging;
import tradecredit.aging.Basis;
import tradecredit.inquiry.AgingReading;

/**
 * What is owed, by age. Always notDue + the buckets = openItems, and openItems - unappliedCredit = balance.
 *
 * @param accountId which account
 * @param asOf the day
 * @param basis {@code dueDate} or {@code invoiceDate}
 * @param currency ISO 4217
 * @param sequence the last entry
 * @param notDue open amounts of 0 or fewer days
 * @param buckets by age in whole days, the last one open-ended
 * @param openItems all open amounts
 * @param unappliedCredit credits applied to no invoice
 * @param disputed the disputed part of the open amounts, an of-which
 * @param balance what the buyer owes
 */
@Serdeable
public record AgingBody(
    String accountId,
    LocalDate asOf,
    String basis,
    String currency,
    long sequence,
    String notDue,
    List<BucketBody> buckets,
    String openItems,
    String unappliedCredit,
    String disputed,
    String balance) {

  /** The open amounts from {@code from} to {@code to} days; {@code to} is null in the open-ended bucket. */
  @Serdeable
  public record BucketBody(int from, @Nullable Integer to, String amount, long count) {}

  static AgingBody of(AccountId account, String currency, Basis basis, AgingReading reading) {
    Aging aging = reading.aging();
    List<BucketBody> buckets =
        aging.buckets().stream()
            .map(bucket -> new BucketBody(bucket.from(), bucket.to(), bucket.amount().toString(), bucket.count()))
            .toList();
    return new AgingBody(
        account.value(), reading.asOf(), basis.wireName(), currency, reading.sequence(),
        aging.notDue().toString(), buckets, aging.openItems().toString(), aging.unappliedCredit().toString(),
        aging.disputed().toString(), aging.balance().toString());
  }
}
