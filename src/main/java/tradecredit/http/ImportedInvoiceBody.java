package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.AccountState;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;

/**
 * The invoice that a row became a line of. Its lines are left to {@code GET .../invoices/{id}}: the rows say them already.
 */
@Serdeable
public record ImportedInvoiceBody(
    String id,
    String number,
    String accountId,
    long sequence,
    LocalDate invoiceDate,
    LocalDate dueDate,
    String currency,
    String total,
    String openAmount,
    String status,
    AccountBody account) {

  static ImportedInvoiceBody of(
      AccountId account, String currency, Document.Invoice invoice, AccountState after) {
    return new ImportedInvoiceBody(
        DocumentId.of(account, Act.INVOICE, invoice.sequence()).toString(), invoice.number().value(),
        account.value(), invoice.sequence(), invoice.invoiceDate(), invoice.dueDate(), currency,
        invoice.total().toString(), invoice.total().toString(), "open", AccountBody.of(after));
  }
}
