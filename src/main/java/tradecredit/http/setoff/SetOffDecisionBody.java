package tradecredit.http.setoff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.Act;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.SetOffDocument;

/**
 * What was decided of a set-off.
 *
 * @param id its id
 * @param setOffId the set-off
 * @param agreementId of which agreement
 * @param decision {@code approved}, {@code declined} or {@code withdrawn}
 * @param note what there was to say; null where nothing
 * @param side which side decided, as the first account names it
 * @param currency ISO 4217
 * @param amount what was proposed; approved, it has left each of the two balances
 * @param decidedBy who
 * @param decidedOn the book's day, on which it is effective
 * @param accounts the two halves, in the order of the accounts' ids
 */
@Serdeable
@Schema(name = "SetOffDecision")
public record SetOffDecisionBody(
    String id,
    String setOffId,
    String agreementId,
    @ApiSchemas.Verdict String decision,
    @Nullable String note,
    String side,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    String decidedBy,
    LocalDate decidedOn,
    List<DecidedHalfBody> accounts) {

  /**
   * What it came to on one account.
   *
   * @param accountId which account
   * @param sequence the entry that recorded it there
   * @param allocations what was netted; empty where it was not approved
   * @param account the account as this posting left it
   */
  @Serdeable
  @Schema(name = "SetOffDecisionHalf")
  public record DecidedHalfBody(
      String accountId,
      long sequence,
      List<PaymentBody.AllocationBody> allocations,
      AccountStateBody account) {

    static DecidedHalfBody of(
        AccountId account, SetOffDocument.Decided decided, Decision decision) {
      return new DecidedHalfBody(
          account.value(),
          decided.sequence(),
          decided.allocations().stream()
              .map(one -> PaymentBody.AllocationBody.of(account, one))
              .toList(),
          AccountStateBody.of(decision.after()));
    }
  }

  static SetOffDecisionBody of(
      String agreement,
      String currency,
      AccountId account,
      SetOffDocument.Decided decided,
      Decision by,
      List<DecidedHalfBody> halves) {
    return new SetOffDecisionBody(
        DocumentId.of(account, Act.SET_OFF_DECISION, decided.sequence()).toString(),
        decided.setOffId(account).toString(),
        agreement,
        decided.verdict().wireName(),
        decided.note(),
        decided.side(),
        currency,
        decided.amount().toString(),
        by.principal(),
        by.businessDate(),
        halves);
  }
}
