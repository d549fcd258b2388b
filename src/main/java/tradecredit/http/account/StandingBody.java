package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.StandingReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.StandingReasons;

/**
 * The standing of an account on a day, with what proves it.
 *
 * @param accountId which account
 * @param asOf the day
 * @param businessDate the book's today
 * @param sequence the last entry
 * @param standing {@code good} or {@code notGood}; for past days as it was recorded
 * @param since the day on which the standing turned to what it is on that day, however its reasons
 *     changed afterwards; null where the account was in good standing ever since it was opened
 * @param clause the agreement's clause that grants the account
 * @param requiresGoodStanding whether new invoices need good standing
 * @param reasons what stands against good standing, each with its proofs
 */
@Serdeable
@Schema(name = "StandingOnADay")
public record StandingBody(
    String accountId,
    LocalDate asOf,
    LocalDate businessDate,
    long sequence,
    @ApiSchemas.Standing String standing,
    @Nullable LocalDate since,
    int clause,
    boolean requiresGoodStanding,
    List<ProvenReason> reasons) {

  /**
   * A reason against good standing.
   *
   * @param code {@code past-due}, {@code over-limit} or {@code returned-payment}
   * @param amount how much
   * @param cure what would cure it
   * @param evidence what proves it: the oldest invoices past due, the breach, or the returned
   *     payments; at most 100 each; of a past day as they stood when it ended. A breach that other
   *     terms open is there once the account has begun their day, which the first act of the day
   *     does, or the day's end soon after midnight
   */
  @Serdeable
  @Schema(name = "ProvenReason")
  public record ProvenReason(
      @ApiSchemas.ReasonCode String code,
      @ApiSchemas.Amount String amount,
      String cure,
      List<Proof> evidence) {}

  /**
   * What proves a reason.
   *
   * @param type {@code invoice}, {@code breach} or {@code paymentReturn}
   * @param id its id
   * @param number the invoice's number, the payment's reference, the breach's number
   * @param date the invoice's due date, the returned date; null of a breach
   * @param amount what is open and undisputed of the invoice, what was returned; null of a breach
   */
  @Serdeable
  @Schema(name = "Proof")
  public record Proof(
      @Schema(
              type = "string",
              allowableValues = {"invoice", "breach", "paymentReturn"})
          String type,
      String id,
      String number,
      @Nullable LocalDate date,
      @Nullable String amount) {

    static Proof of(TradingAccount account, StandingReading.LateInvoice late) {
      return new Proof(
          "invoice",
          DocumentId.of(account.id(), Act.INVOICE, late.sequence()).toString(),
          late.number().value(),
          late.dueDate(),
          late.amount().toString());
    }
  }

  static StandingBody of(TradingAccount account, StandingReading reading) {
    return new StandingBody(
        account.id().value(),
        reading.asOf(),
        reading.businessDate(),
        reading.sequence(),
        reading.reasons().standing().wireName(),
        reading.since(),
        account.clause(),
        reading.requiresGoodStanding(),
        reading.reasons().list().stream()
            .map(
                reason ->
                    new ProvenReason(
                        reason.code().wireName(),
                        reason.amount().toString(),
                        reason.cure(),
                        proofs(account, reason.code(), reading)))
            .toList());
  }

  private static List<Proof> proofs(
      TradingAccount account, StandingReasons.Code code, StandingReading reading) {
    return switch (code) {
      case PAST_DUE ->
          reading.lateInvoices().stream().map(late -> Proof.of(account, late)).toList();
      case OVER_LIMIT -> breach(reading.breach());
      case RETURNED_PAYMENT ->
          reading.returns().stream().map(one -> returned(account, one)).toList();
    };
  }

  private static Proof returned(TradingAccount account, StandingReading.ReturnedPayment one) {
    return new Proof(
        "paymentReturn",
        DocumentId.of(account.id(), Act.PAYMENT_RETURN, one.sequence()).toString(),
        one.reference(),
        one.returnedDate(),
        one.amount().toString());
  }

  private static List<Proof> breach(@Nullable Long number) {
    return number == null
        ? List.of()
        : List.of(new Proof("breach", number.toString(), number.toString(), null, null));
  }
}
