package tradecredit.http.files;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.AccountBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.AccountState;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
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
    AccountBody account) {

  static ImportedInvoiceBody of(
      AccountId account, String currency, Document.Invoice invoice, AccountState after) {
    return new ImportedInvoiceBody(
        DocumentId.of(account, Act.INVOICE, invoice.sequence()).toString(),
        invoice.number().value(),
        account.value(),
        invoice.sequence(),
        invoice.invoiceDate(),
        invoice.dueDate(),
        currency,
        invoice.total().toString(),
        invoice.total().toString(),
        "open",
        AccountBody.of(after));
  }
}
