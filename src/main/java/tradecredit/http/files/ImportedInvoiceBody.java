package tradecredit.http.files;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.DecidedInvoice;
import tradecredit.ledger.Act;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DocumentId;

/**
 * The invoice that a row became a line of. Its lines are left to {@code GET .../invoices/{id}}: the
 * rows say them already.
 *
 * @param id its id
 * @param number the supplier's number
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceDate its effective date
 * @param dueDate invoice date + net days
 * @param currency ISO 4217
 * @param total the sum of its lines
 * @param openAmount what was unpaid when it was posted: all of it
 * @param status {@code open}
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "ImportedInvoice")
public record ImportedInvoiceBody(
    String id,
    @ApiSchemas.DocumentNumber String number,
    String accountId,
    long sequence,
    LocalDate invoiceDate,
    LocalDate dueDate,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String total,
    @ApiSchemas.Amount String openAmount,
    @ApiSchemas.InvoiceStatus String status,
    AccountStateBody account) {

  static ImportedInvoiceBody of(
      AccountId account, String currency, Decision decision, DecidedInvoice.Dates dates) {
    long sequence = Objects.requireNonNull(decision.sequence());
    String total = decision.requested().toString();
    return new ImportedInvoiceBody(
        DocumentId.of(account, Act.INVOICE, sequence).toString(),
        decision.documentNumber(),
        account.value(),
        sequence,
        dates.invoiceDate(),
        dates.dueDate(),
        currency,
        total,
        total,
        "open",
        AccountStateBody.of(decision.after()));
  }
}
