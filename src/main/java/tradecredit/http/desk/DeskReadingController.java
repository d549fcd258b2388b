package tradecredit.http.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Function;
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
import tradecredit.inquiry.BreachReading;
import tradecredit.inquiry.CaseKind;
import tradecredit.inquiry.CaseReading;
import tradecredit.inquiry.DeskInquiries;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;

/** The credit desk's records: disputes, write-offs, amendments, breaches and terms. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeskReadingController {

  private final Addressed addressed;
  private final DeskInquiries inquiries;

  DeskReadingController(Addressed addressed, DeskInquiries inquiries) {
    this.addressed = addressed;
    this.inquiries = inquiries;
  }

  @DeskReadingApi.ListDisputes
  @Needs(Permission.READ_ACCOUNT)
  @Get("/disputes")
  HttpResponse<Page<DisputeBody>> listDisputes(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<CaseReading> slice =
        inquiries.cases(
            account,
            CaseKind.DISPUTE,
            Query.cases(status, "open", "resolved"),
            Cursor.number(cursor, "disputes"),
            Query.limit(limit));
    return page(request, "disputes", slice, bodies(account)::dispute);
  }

  @DeskReadingApi.GetDispute
  @Needs(Permission.READ_ACCOUNT)
  @Get("/disputes/{disputeId}")
  DisputeBody getDispute(
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.DisputePath @PathVariable String disputeId) {
    AccountId account = addressed.account(accountId).id();
    return DocumentLookup.find(
        account,
        Act.DISPUTE,
        disputeId,
        sequence ->
            inquiries.oneCase(account, CaseKind.DISPUTE, sequence).map(bodies(account)::dispute));
  }

  @DeskReadingApi.ListWriteOffs
  @Needs(Permission.READ_ACCOUNT)
  @Get("/write-offs")
  HttpResponse<Page<WriteOffBody>> listWriteOffs(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<CaseReading> slice =
        inquiries.cases(
            account,
            CaseKind.WRITE_OFF,
            Query.cases(status, "proposed", "decided"),
            Cursor.number(cursor, "write-offs"),
            Query.limit(limit));
    return page(request, "write-offs", slice, bodies(account)::writeOff);
  }

  @DeskReadingApi.ListAmendments
  @Needs(Permission.READ_ACCOUNT)
  @Get("/terms-amendments")
  HttpResponse<Page<TermsAmendmentBody>> listAmendments(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<CaseReading> slice =
        inquiries.cases(
            account,
            CaseKind.TERMS_AMENDMENT,
            Query.cases(status, "proposed", "decided"),
            Cursor.number(cursor, "terms-amendments"),
            Query.limit(limit));
    return page(request, "terms-amendments", slice, bodies(account)::amendment);
  }

  private DeskBodies bodies(AccountId account) {
    return new DeskBodies(account, addressed.currency());
  }

  private static <B> HttpResponse<Page<B>> page(
      HttpRequest<?> request,
      String list,
      Slice<CaseReading> slice,
      Function<CaseReading, B> body) {
    return Page.of(request, list, slice, reading -> reading.opening().sequence(), body);
  }

  @DeskReadingApi.ListBreaches
  @Needs(Permission.READ_ACCOUNT)
  @Get("/breaches")
  HttpResponse<Page<BreachBody>> listBreaches(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String asOf,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    Slice<BreachReading> slice =
        inquiries.breaches(
            account, Query.asOf(asOf), Cursor.number(cursor, "breaches"), Query.limit(limit));
    return Page.of(
        request, "breaches", slice, reading -> reading.opened().number(), BreachBody::of);
  }

  @DeskReadingApi.GetTerms
  @Needs(Permission.READ_ACCOUNT)
  @Get("/terms")
  HttpResponse<TermsHistoryBody> getTerms(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String asOf,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    AccountId account = addressed.account(accountId).id();
    TermsHistoryBody body =
        TermsHistoryBody.of(
            account.value(),
            inquiries.terms(
                account,
                Query.asOf(asOf),
                Cursor.number(cursor, TermsHistoryBody.LIST),
                Query.limit(limit)));
    return Page.linked(request, body, body.nextCursor());
  }
}
