package tradecredit.http.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.AppliedCredit;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.Outcome;

/**
 * A payment as posted.
 *
 * @param id its id
 * @param reference the payer's reference
 * @param accountId on which account
 * @param sequence its entry
 * @param receivedDate its effective date
 * @param method how it was paid
 * @param currency ISO 4217
 * @param amount what was paid
 * @param allocations where it went
 * @param unappliedCredit what is applied to no invoice
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "Payment")
public record PaymentBody(
    String id,
    String reference,
    String accountId,
    long sequence,
    LocalDate receivedDate,
    String method,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    List<AllocationBody> allocations,
    @ApiSchemas.Amount String unappliedCredit,
    AccountStateBody account) {

  /**
   * A part of the payment and the invoice it went to.
   *
   * @param invoiceId the invoice
   * @param invoiceNumber its number
   * @param amount how much went to it
   * @param effectiveDate when it counts
   */
  @Serdeable
  @Schema(name = "Allocation")
  public record AllocationBody(
      String invoiceId,
      String invoiceNumber,
      @ApiSchemas.Amount String amount,
      LocalDate effectiveDate) {

    /** A part of a credit as it was applied. */
    public static AllocationBody of(AccountId account, Document.Allocation allocation) {
      return new AllocationBody(
          DocumentId.of(account, Act.INVOICE, allocation.invoiceSequence()).toString(),
          allocation.invoice().value(),
          allocation.amount().toString(),
          allocation.effectiveDate());
    }

    /** All that a credit is applied to. */
    public static List<AllocationBody> of(AccountId account, AppliedCredit applied) {
      return applied.allocations().stream().map(one -> of(account, one)).toList();
    }
  }

  static PaymentBody posted(AccountId account, String currency, Outcome.Posted posted) {
    Document.Payment payment = (Document.Payment) posted.document();
    List<AllocationBody> allocations =
        payment.allocations().stream().map(one -> AllocationBody.of(account, one)).toList();
    return new PaymentBody(
        DocumentId.of(account, Act.PAYMENT, payment.sequence()).toString(),
        payment.reference().value(),
        account.value(),
        payment.sequence(),
        payment.receivedDate(),
        payment.method(),
        currency,
        payment.amount().toString(),
        allocations,
        payment.unapplied().toString(),
        AccountStateBody.of(posted.decision().after()));
  }
}
