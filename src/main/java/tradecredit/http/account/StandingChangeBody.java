package tradecredit.http.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.StandingReasonBody;
import tradecredit.inquiry.StandingChangeReading;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.StandingChange;

/**
 * A dated record of standing: written whenever a reason against it comes, goes or changes.
 *
 * @param number 1, 2, 3 ... per account
 * @param businessDate the day on which it was so judged
 * @param recordedAt when the book learned it
 * @param sequence the account's last entry then
 * @param standing {@code good} or {@code notGood}
 * @param clause the agreement's clause that grants the account
 * @param reasons what stood against good standing from then on; empty where it is good
 * @param cause the entry that changed it; null where the end of a day did
 * @param invoices the invoices that fell past due with it, by the end of a day or by the entry
 *     itself: a returned payment, a back-dated invoice, a rejected dispute, a credit taken off
 *     them; oldest first, at most 100
 * @param invoicesOmitted how many more fell past due with it
 */
@Serdeable
@Schema(name = "StandingChange")
public record StandingChangeBody(
    long number,
    LocalDate businessDate,
    Instant recordedAt,
    long sequence,
    @ApiSchemas.Standing String standing,
    int clause,
    List<StandingReasonBody> reasons,
    @JsonPropertyDescription("the entry that changed it; null where the end of a day did")
        @Nullable CauseBody cause,
    List<StandingBody.Proof> invoices,
    long invoicesOmitted) {

  /**
   * An entry.
   *
   * @param sequence which
   * @param type its kind
   * @param id its document's id
   * @param number its document's number
   */
  @Serdeable
  @Schema(name = "StandingCause")
  public record CauseBody(long sequence, @ApiSchemas.Kind String type, String id, String number) {}

  static StandingChangeBody of(TradingAccount account, StandingChangeReading reading) {
    StandingChange change = reading.change();
    return new StandingChangeBody(
        change.number(),
        change.businessDate(),
        change.recordedAt(),
        change.afterSequence(),
        change.reasons().standing().wireName(),
        account.clause(),
        StandingReasonBody.of(change.reasons()),
        cause(account, reading.cause()),
        reading.lateInvoices().stream().map(late -> StandingBody.Proof.of(account, late)).toList(),
        reading.omitted());
  }

  private static @Nullable CauseBody cause(
      TradingAccount account, StandingChangeReading.@Nullable Cause cause) {
    return cause == null
        ? null
        : new CauseBody(
            cause.sequence(),
            cause.act().wireName(),
            DocumentId.of(account.id(), cause.act(), cause.sequence()).toString(),
            cause.documentNumber());
  }
}
