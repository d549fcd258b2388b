package tradecredit.http.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.Outcome;
import tradecredit.money.Money;

/**
 * An invoice.
 *
 * @param id its id
 * @param number the supplier's number
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceDate its effective date
 * @param dueDate invoice date + net days
 * @param currency ISO 4217
 * @param memo free text
 * @param total the sum of its lines
 * @param openAmount what is unpaid
 * @param disputedAmount the disputed part of that
 * @param status {@code open} while something is unpaid, then {@code paid}
 * @param daysPastDue whole days since the due date while something undisputed is unpaid
 * @param alreadyDelivered why it was recorded although hold, standing or limit stood against it;
 *     null where it asked for supply
 * @param lines its lines
 * @param allocations the credits applied to it
 * @param account the account as this posting left it; null where it is only read
 */
@Serdeable
@Schema(name = "Invoice")
public record InvoiceBody(
    String id,
    @ApiSchemas.DocumentNumber String number,
    String accountId,
    long sequence,
    LocalDate invoiceDate,
    LocalDate dueDate,
    @ApiSchemas.Currency String currency,
    @Nullable String memo,
    @ApiSchemas.Amount String total,
    @ApiSchemas.Amount String openAmount,
    @ApiSchemas.Amount String disputedAmount,
    @ApiSchemas.InvoiceStatus String status,
    long daysPastDue,
    @Nullable String alreadyDelivered,
    List<LineBody> lines,
    List<AppliedCreditBody> allocations,
    @ApiSchemas.AccountAfter @Nullable AccountStateBody account) {

  /**
   * A line: amount = faceValue x quantity x (100 - discount) / 100, half up to the cent.
   *
   * @param product what was sold
   * @param faceValue what is printed on one card
   * @param quantity how many cards
   * @param discount in percent of the face value
   * @param amount what the line costs
   * @param description free text
   */
  @Serdeable
  @Schema(name = "InvoiceLine")
  public record LineBody(
      String product,
      @ApiSchemas.Money String faceValue,
      long quantity,
      @ApiSchemas.Percent String discount,
      @ApiSchemas.Amount String amount,
      @Nullable String description) {

    static LineBody of(InvoiceLine line) {
      return new LineBody(
          line.product().value(),
          line.faceValue().toString(),
          line.quantity(),
          line.discount().toString(),
          line.amount().toString(),
          line.description());
    }
  }

  /**
   * A credit applied to the invoice; which entry applied it, {@code sequence} tells.
   *
   * @param type what kind of credit it is
   * @param creditId the credit's id; of a dispute that was upheld that of the credit note it is
   * @param paymentId the payment's id; null where the credit is no payment
   * @param reference the payment's reference, or the credit note's number; of a write-off the
   *     invoice's own number, of a set-off the word {@code set-off}
   * @param amount how much of it
   * @param effectiveDate when it counts
   * @param sequence the entry that applied it
   */
  @Serdeable
  @Schema(name = "AppliedCredit")
  public record AppliedCreditBody(
      @Schema(
              type = "string",
              allowableValues = {
                "payment",
                "creditNote",
                "disputeResolution",
                "writeOffDecision",
                "setOffDecision"
              })
          String type,
      String creditId,
      @Nullable String paymentId,
      String reference,
      @ApiSchemas.Amount String amount,
      LocalDate effectiveDate,
      long sequence) {

    static AppliedCreditBody of(AccountId account, InvoiceReading.AllocatedCredit credit) {
      boolean upheld = credit.act() == Act.DISPUTE_RESOLUTION;
      // The resolution that upheld a dispute is a credit note as well, and is read as one.
      Act readAs = upheld ? Act.CREDIT_NOTE : credit.act();
      String id = DocumentId.of(account, readAs, credit.creditSequence()).toString();
      return new AppliedCreditBody(
          credit.act().wireName(),
          id,
          credit.act() == Act.PAYMENT ? id : null,
          upheld
              ? CreditNoteNumber.ofResolution(credit.creditSequence()).value()
              : credit.reference(),
          credit.amount().toString(),
          credit.effectiveDate(),
          credit.sequence());
    }
  }

  /** The invoice as it was posted on {@code businessDate}: nothing is applied to it yet. */
  public static InvoiceBody posted(AccountId account, String currency, Outcome.Posted posted) {
    Document.Invoice invoice = (Document.Invoice) posted.document();
    LocalDate businessDate = posted.decision().businessDate();
    InvoiceReading asPosted =
        new InvoiceReading(invoice, invoice.total(), Money.ZERO, businessDate, List.of());
    return of(account, currency, asPosted, AccountStateBody.of(posted.decision().after()));
  }

  /** The invoice as it is now. */
  public static InvoiceBody read(AccountId account, String currency, InvoiceReading reading) {
    return of(account, currency, reading, null);
  }

  private static InvoiceBody of(
      AccountId account,
      String currency,
      InvoiceReading reading,
      @Nullable AccountStateBody after) {
    Document.Invoice invoice = reading.invoice();
    return new InvoiceBody(
        DocumentId.of(account, Act.INVOICE, invoice.sequence()).toString(),
        invoice.number().value(),
        account.value(),
        invoice.sequence(),
        invoice.invoiceDate(),
        invoice.dueDate(),
        currency,
        invoice.memo(),
        invoice.total().toString(),
        reading.openAmount().toString(),
        reading.disputedAmount().toString(),
        reading.openAmount().isZero() ? "paid" : "open",
        reading.daysPastDue(),
        invoice.alreadyDelivered(),
        invoice.lines().stream().map(LineBody::of).toList(),
        reading.allocations().stream()
            .map(credit -> AppliedCreditBody.of(account, credit))
            .toList(),
        after);
  }
}
