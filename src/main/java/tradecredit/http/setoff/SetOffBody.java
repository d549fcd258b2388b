package tradecredit.http.setoff;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.VerdictBody;
import tradecredit.inquiry.Recorded;
import tradecredit.inquiry.SetOffReading;
import tradecredit.inquiry.SetOffReading.HalfReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.SetOffDocument;

/**
 * A set-off: parts of invoices of two accounts, netted against each other.
 *
 * @param id its id
 * @param agreementId of which agreement
 * @param reason why
 * @param currency ISO 4217
 * @param amount what leaves each of the two balances when it is approved
 * @param status where it stands
 * @param side which side proposed it, as the first account names it
 * @param proposedBy who proposed it
 * @param proposedOn the book's day
 * @param accounts the two halves, in the order of the accounts' ids
 * @param decision what was decided; null while it is proposed
 */
@Serdeable
@Schema(name = "SetOff")
public record SetOffBody(
    String id,
    String agreementId,
    String reason,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.ProposalStatus String status,
    String side,
    String proposedBy,
    LocalDate proposedOn,
    List<HalfBody> accounts,
    @JsonPropertyDescription("what was decided; null while it is proposed")
        @Nullable VerdictBody decision) {

  /**
   * What is to be netted on one account.
   *
   * @param accountId which account
   * @param sequence the entry that recorded the proposal there
   * @param decisionSequence the entry that recorded there what was decided; null while it is
   *     proposed
   * @param allocations the parts of its invoices
   * @param account the account as this posting left it; null where it is only read
   */
  @Serdeable
  @Schema(name = "SetOffHalf")
  public record HalfBody(
      String accountId,
      long sequence,
      @Nullable Long decisionSequence,
      List<PartBody> allocations,
      @ApiSchemas.AccountAfter @Nullable AccountStateBody account) {

    private static HalfBody of(HalfReading half, @Nullable AccountStateBody after) {
      SetOffDocument.Proposed proposal = half.proposal();
      SetOffDocument.Decided decided = half.decision();
      return new HalfBody(
          half.account().value(),
          proposal.sequence(),
          decided == null ? null : decided.sequence(),
          proposal.parts().stream().map(part -> PartBody.of(half.account(), part)).toList(),
          after);
    }
  }

  /**
   * A part of an invoice.
   *
   * @param invoiceId the invoice
   * @param invoiceNumber its number
   * @param amount how much of it
   */
  @Serdeable
  @Schema(name = "SetOffPart")
  public record PartBody(String invoiceId, String invoiceNumber, @ApiSchemas.Amount String amount) {

    private static PartBody of(AccountId account, SetOffDocument.Part part) {
      return new PartBody(
          DocumentId.of(account, Act.INVOICE, part.invoiceSequence()).toString(),
          part.invoice().value(),
          part.amount().toString());
    }
  }

  /** As it is now. */
  static SetOffBody of(String agreement, String currency, SetOffReading reading) {
    HalfReading first = reading.first();
    SetOffDocument.Decided decided = first.decision();
    Recorded by = reading.decided();
    return of(
        agreement,
        currency,
        first,
        reading.proposed(),
        List.of(HalfBody.of(first, null), HalfBody.of(reading.second(), null)),
        decided == null || by == null ? null : verdict(first.account(), decided, by));
  }

  /** As it was just proposed. */
  static SetOffBody proposed(
      String agreement, String currency, SetOffReading reading, Decision first, Decision second) {
    return of(
        agreement,
        currency,
        reading.first(),
        reading.proposed(),
        List.of(
            HalfBody.of(reading.first(), AccountStateBody.of(first.after())),
            HalfBody.of(reading.second(), AccountStateBody.of(second.after()))),
        null);
  }

  private static SetOffBody of(
      String agreement,
      String currency,
      HalfReading first,
      Recorded by,
      List<HalfBody> accounts,
      @Nullable VerdictBody verdict) {
    SetOffDocument.Proposed proposal = first.proposal();
    return new SetOffBody(
        proposal.setOffId(first.account()).toString(),
        agreement,
        proposal.reason(),
        currency,
        proposal.amount().toString(),
        verdict == null ? "proposed" : verdict.decision(),
        proposal.side(),
        by.principal(),
        by.businessDate(),
        accounts,
        verdict);
  }

  private static VerdictBody verdict(
      AccountId account, SetOffDocument.Decided decided, Recorded by) {
    return new VerdictBody(
        DocumentId.of(account, Act.SET_OFF_DECISION, decided.sequence()).toString(),
        decided.sequence(),
        decided.verdict().wireName(),
        decided.note(),
        by.principal(),
        by.businessDate());
  }
}
