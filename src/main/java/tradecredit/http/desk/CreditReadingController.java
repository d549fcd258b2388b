package tradecredit.http.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.DocumentLookup;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.CreditFilter;
import tradecredit.inquiry.CreditInquiries;
import tradecredit.inquiry.CreditNoteReading;
import tradecredit.inquiry.PaymentReading;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.PaymentReference;

/** Payments and credit notes as they are now. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CreditReadingController {

  private final Addressed addressed;
  private final CreditInquiries inquiries;

  CreditReadingController(Addressed addressed, CreditInquiries inquiries) {
    this.addressed = addressed;
    this.inquiries = inquiries;
  }

  @CreditReadingApi.ListPayments
  @Needs(Permission.READ_ACCOUNT)
  @Get("/payments")
  HttpResponse<Page<PaymentReadingBody>> listPayments(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String reference,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<PaymentReading> slice =
        inquiries.payments(
            account,
            new CreditFilter<>(
                Query.unapplied(status), Query.read("reference", reference, PaymentReference::new)),
            Cursor.number(cursor, "payments"),
            Query.limit(limit));
    return Page.of(
        request,
        "payments",
        slice,
        PaymentReading::sequence,
        reading -> PaymentReadingBody.of(account, addressed.currency(), reading));
  }

  @CreditReadingApi.GetPayment
  @Needs(Permission.READ_ACCOUNT)
  @Get("/payments/{paymentId}")
  PaymentReadingBody getPayment(
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.PaymentPath @PathVariable String paymentId) {
    AccountId account = addressed.account(accountId).id();
    PaymentReading reading =
        DocumentLookup.find(
            account, Act.PAYMENT, paymentId, sequence -> inquiries.payment(account, sequence));
    return PaymentReadingBody.of(account, addressed.currency(), reading);
  }

  @CreditReadingApi.ListCreditNotes
  @Needs(Permission.READ_ACCOUNT)
  @Get("/credit-notes")
  HttpResponse<Page<CreditNoteReadingBody>> listCreditNotes(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String number,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<CreditNoteReading> slice =
        inquiries.creditNotes(
            account,
            new CreditFilter<>(
                Query.unapplied(status), Query.read("number", number, CreditNoteNumber::new)),
            Cursor.number(cursor, "credit-notes"),
            Query.limit(limit));
    return Page.of(
        request,
        "credit-notes",
        slice,
        CreditNoteReading::sequence,
        reading -> CreditNoteReadingBody.of(account, addressed.currency(), reading));
  }

  @CreditReadingApi.GetCreditNote
  @Needs(Permission.READ_ACCOUNT)
  @Get("/credit-notes/{creditNoteId}")
  CreditNoteReadingBody getCreditNote(
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.CreditNotePath @PathVariable String creditNoteId) {
    AccountId account = addressed.account(accountId).id();
    CreditNoteReading reading =
        DocumentLookup.find(
            account,
            Act.CREDIT_NOTE,
            creditNoteId,
            sequence -> inquiries.creditNote(account, sequence));
    return CreditNoteReadingBody.of(account, addressed.currency(), reading);
  }
}
