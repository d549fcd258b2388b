package tradecredit.http.agreement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.ProvedAgain;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Covenants;
import tradecredit.covenant.CovenantCheck;
import tradecredit.covenant.Sale;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.ProblemException;

/** Whether a sale is allowed by the agreement's covenants. */
@Controller("/v1/agreements/{agreementId}/covenant-checks")
class CovenantController {

  private final Addressed addressed;

  CovenantController(Addressed addressed) {
    this.addressed = addressed;
  }

  @CovenantApi.CheckCovenants
  @Needs(Permission.READ_AGREEMENT)
  @ProvedAgain
  @Post
  @ExecuteOn(TaskExecutors.BLOCKING)
  CovenantCheckBody checkCovenants(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Body byte @Nullable [] body) {
    Agreement agreement = addressed.agreement(agreementId);
    if (agreement.covenants().equals(Covenants.NONE)) {
      throw ProblemException.notFound("The agreement file has no covenants.");
    }
    Sale sale = new CovenantReader(agreement).sale(addressed.json(body));
    return CovenantCheckBody.of(agreement, sale, new CovenantCheck(agreement).of(sale));
  }
}
