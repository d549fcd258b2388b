package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.StandingReasonBody;
import tradecredit.inquiry.AccountFigures;

/**
 * Where an account stands on a day.
 *
 * @param accountId which account
 * @param asOf the day
 * @param businessDate the book's today
 * @param currency ISO 4217
 * @param sequence the last entry
 * @param termsVersion the terms in force on the day
 * @param balance what the buyer owes; negative when the supplier owes
 * @param creditLimit the limit in force on the day
 * @param availableCredit credit limit less balance; negative when over
 * @param utilisation balance in percent of the limit, two decimals; null where the limit is 0.00
 * @param pastDue open and undisputed, due before the day
 * @param disputed the disputed part of what is open
 * @param unappliedCredit credits applied to no invoice
 * @param standing {@code good} or {@code notGood}; for past days as it was recorded
 * @param standingReasons what stands against good standing
 */
@Serdeable
@Schema(name = "Balance")
public record BalanceBody(
    String accountId,
    LocalDate asOf,
    LocalDate businessDate,
    @ApiSchemas.Currency String currency,
    long sequence,
    int termsVersion,
    @ApiSchemas.Amount String balance,
    @ApiSchemas.Amount String creditLimit,
    @ApiSchemas.Amount String availableCredit,
    @Nullable String utilisation,
    @ApiSchemas.Amount String pastDue,
    @ApiSchemas.Amount String disputed,
    @ApiSchemas.Amount String unappliedCredit,
    @ApiSchemas.Standing String standing,
    List<StandingReasonBody> standingReasons) {

  static BalanceBody of(AccountId account, String currency, AccountFigures figures) {
    return new BalanceBody(
        account.value(),
        figures.asOf(),
        figures.businessDate(),
        currency,
        figures.sequence(),
        figures.termsVersion(),
        figures.balance().toString(),
        figures.terms().creditLimit().toString(),
        figures.availableCredit().toString(),
        figures.utilisation(),
        figures.pastDue().toString(),
        figures.disputed().toString(),
        figures.unappliedCredit().toString(),
        figures.standing().wireName(),
        StandingReasonBody.of(figures.reasons()));
  }
}
