package tradecredit.http.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.StandingReasonBody;
import tradecredit.http.wire.TermsBody;
import tradecredit.inquiry.AccountFigures;

/**
 * An account: who owes whom, on which terms, and where it stands on the business date.
 *
 * @param id its id
 * @param agreementId its agreement
 * @param supplier the party or group that invoices
 * @param buyer the party or group that owes
 * @param clause the agreement's clause that opens it
 * @param currency ISO 4217
 * @param businessDate the book's today
 * @param termsVersion which version of the terms is in force
 * @param terms the terms in force
 * @param standing {@code good} or {@code notGood}
 * @param standingReasons what stands against good standing
 * @param hold why a controller has stopped new supply; null where none is in force
 * @param sequence the last entry
 * @param balance what the buyer owes
 * @param availableCredit credit limit less balance
 * @param utilisation balance in percent of the limit; null where the limit is 0.00
 * @param pastDue open and undisputed, due before the business date
 * @param disputed the disputed part of what is open
 * @param unappliedCredit credits applied to no invoice
 */
@Serdeable
@Schema(name = "Account")
public record AccountBody(
    String id,
    String agreementId,
    String supplier,
    String buyer,
    int clause,
    @ApiSchemas.Currency String currency,
    LocalDate businessDate,
    int termsVersion,
    TermsBody terms,
    @ApiSchemas.Standing String standing,
    List<StandingReasonBody> standingReasons,
    @JsonPropertyDescription("why a controller has stopped new supply; null where none is in force")
        @Nullable HoldBody hold,
    long sequence,
    @ApiSchemas.Amount String balance,
    @ApiSchemas.Amount String availableCredit,
    @Nullable String utilisation,
    @ApiSchemas.Amount String pastDue,
    @ApiSchemas.Amount String disputed,
    @ApiSchemas.Amount String unappliedCredit) {

  static AccountBody of(Agreement agreement, TradingAccount account, AccountFigures figures) {
    return new AccountBody(
        account.id().value(),
        agreement.id().value(),
        account.supplier().value(),
        account.buyer().value(),
        account.clause(),
        agreement.currency().getCurrencyCode(),
        figures.businessDate(),
        figures.termsVersion(),
        TermsBody.of(figures.terms()),
        figures.standing().wireName(),
        StandingReasonBody.of(figures.reasons()),
        HoldBody.of(account.id(), figures.hold()),
        figures.sequence(),
        figures.balance().toString(),
        figures.availableCredit().toString(),
        figures.utilisation(),
        figures.pastDue().toString(),
        figures.disputed().toString(),
        figures.unappliedCredit().toString());
  }
}
