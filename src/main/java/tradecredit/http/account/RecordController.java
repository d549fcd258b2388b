package tradecredit.http.account;

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
import tradecredit.http.posting.InvoiceBody;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.DocumentLookup;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Inquiries;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.inquiry.Moment;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Entry;

/** Invoices, entries and decisions. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class RecordController {

  private final Addressed addressed;
  private final Inquiries inquiries;

  RecordController(Addressed addressed, Inquiries inquiries) {
    this.addressed = addressed;
    this.inquiries = inquiries;
  }

  @RecordApi.ListInvoices
  @Needs(Permission.READ_ACCOUNT)
  @Get("/invoices")
  HttpResponse<Page<InvoiceBody>> listInvoices(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String number,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<InvoiceReading> slice =
        inquiries.invoices(
            account,
            Query.filter(status, number),
            Cursor.number(cursor, "invoices"),
            Query.limit(limit));
    return Page.of(
        request,
        "invoices",
        slice,
        reading -> reading.invoice().sequence(),
        reading -> InvoiceBody.read(account, addressed.currency(), reading));
  }

  @RecordApi.GetInvoice
  @Needs(Permission.READ_ACCOUNT)
  @Get("/invoices/{invoiceId}")
  InvoiceBody getInvoice(
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.InvoicePath @PathVariable String invoiceId) {
    AccountId account = addressed.account(accountId).id();
    InvoiceReading reading =
        DocumentLookup.find(
            account, Act.INVOICE, invoiceId, sequence -> inquiries.invoice(account, sequence));
    return InvoiceBody.read(account, addressed.currency(), reading);
  }

  @RecordApi.ListEntries
  @Needs(Permission.READ_ACCOUNT)
  @Get("/entries")
  HttpResponse<Page<EntryBody>> listEntries(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String asOf,
      @Nullable @QueryValue String knownAt,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Moment moment = Query.moment(asOf, knownAt);
    Slice<Entry> slice =
        inquiries.entries(
            account,
            Query.from(from, moment),
            moment,
            Cursor.number(cursor, "entries"),
            Query.limit(limit));
    return Page.of(request, "entries", slice, Entry::sequence, EntryBody::of);
  }

  @RecordApi.ListDecisions
  @Needs(Permission.READ_ACCOUNT)
  @Get("/decisions")
  HttpResponse<Page<DecisionBody>> listDecisions(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<Decision> slice =
        inquiries.decisions(account, Cursor.number(cursor, "decisions"), Query.limit(limit));
    return Page.of(request, "decisions", slice, Decision::number, DecisionBody::of);
  }
}
