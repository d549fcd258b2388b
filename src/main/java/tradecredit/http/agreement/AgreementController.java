package tradecredit.http.agreement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Page;
import tradecredit.inquiry.BusinessDates;

/** The agreement. */
@Controller("/v1/agreements")
@ExecuteOn(TaskExecutors.BLOCKING)
class AgreementController {

  private final Addressed addressed;
  private final BusinessDates dates;

  AgreementController(Addressed addressed, BusinessDates dates) {
    this.addressed = addressed;
    this.dates = dates;
  }

  @AgreementApi.ListAgreements
  @Needs(Permission.READ_AGREEMENT)
  @Get
  HttpResponse<Page<AgreementBody>> listAgreements(HttpRequest<?> request) {
    Addressed.onlyParameters(request, Set.of());
    return Page.response(
        request, List.of(AgreementBody.of(addressed.agreement(), dates.today())), null);
  }

  @AgreementApi.GetAgreement
  @Needs(Permission.READ_AGREEMENT)
  @Get("/{agreementId}")
  AgreementBody getAgreement(
      HttpRequest<?> request, @ApiSchemas.AgreementPath @PathVariable String agreementId) {
    Addressed.onlyParameters(request, Set.of());
    return AgreementBody.of(addressed.agreement(agreementId), dates.today());
  }
}
