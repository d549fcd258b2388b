package tradecredit.http.agreement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.Agreement;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Slice;
import tradecredit.posting.BusinessDay;

/** The agreement. */
@Controller("/v1/agreements")
@ExecuteOn(TaskExecutors.BLOCKING)
class AgreementController {

  private final Addressed addressed;
  private final BusinessDay day;

  AgreementController(Addressed addressed, BusinessDay day) {
    this.addressed = addressed;
    this.day = day;
  }

  @AgreementApi.ListAgreements
  @Needs(Permission.READ_AGREEMENT)
  @Get
  HttpResponse<Page<AgreementBody>> listAgreements(
      HttpRequest<?> request,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    Slice<Agreement> slice =
        Slice.of(
            List.of(addressed.agreement()),
            Cursor.number(cursor, "agreements"),
            Query.limit(limit));
    LocalDate today = day.today();
    return Page.of(
        request,
        "agreements",
        slice,
        agreement -> 1,
        agreement -> AgreementBody.of(agreement, today));
  }

  @AgreementApi.GetAgreement
  @Needs(Permission.READ_AGREEMENT)
  @Get("/{agreementId}")
  AgreementBody getAgreement(@ApiSchemas.AgreementPath @PathVariable String agreementId) {
    return AgreementBody.of(addressed.agreement(agreementId), day.today());
  }
}
