package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Aging;
import tradecredit.aging.Basis;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.AgingReading;

/**
 * What is owed, by age. Always notDue + the buckets = openItems, and openItems - unappliedCredit =
 * balance.
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
 * @param disputed the disputed part of the open amounts, included in them
 * @param balance what the buyer owes
 */
@Serdeable
@Schema(name = "Aging")
public record AgingBody(
    String accountId,
    LocalDate asOf,
    @Schema(
            type = "string",
            allowableValues = {"dueDate", "invoiceDate"})
        String basis,
    @ApiSchemas.Currency String currency,
    long sequence,
    @ApiSchemas.Amount String notDue,
    List<BucketBody> buckets,
    @ApiSchemas.Amount String openItems,
    @ApiSchemas.Amount String unappliedCredit,
    @ApiSchemas.Amount String disputed,
    @ApiSchemas.Amount String balance) {

  /**
   * The open amounts from {@code from} to {@code to} days.
   *
   * @param from the first day
   * @param to the last day; null in the open-ended bucket
   * @param amount what is open
   * @param count of how many invoices
   */
  @Serdeable
  @Schema(name = "AgingBucket")
  public record BucketBody(
      int from, @Nullable Integer to, @ApiSchemas.Amount String amount, long count) {}

  static AgingBody of(AccountId account, String currency, Basis basis, AgingReading reading) {
    Aging aging = reading.aging();
    List<BucketBody> buckets =
        aging.buckets().stream()
            .map(
                bucket ->
                    new BucketBody(
                        bucket.from(), bucket.to(), bucket.amount().toString(), bucket.count()))
            .toList();
    return new AgingBody(
        account.value(),
        reading.asOf(),
        basis.wireName(),
        currency,
        reading.sequence(),
        aging.notDue().toString(),
        buckets,
        aging.openItems().toString(),
        aging.unappliedCredit().toString(),
        aging.disputed().toString(),
        aging.balance().toString());
  }
}
