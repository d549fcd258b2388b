package tradecredit.http.agreement;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.Agreement;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.AgreementInquiries;

/** What all accounts of the agreement come to. */
@Controller("/v1/agreements/{agreementId}/position")
@ExecuteOn(TaskExecutors.BLOCKING)
class PositionController {

  private final Addressed addressed;
  private final AgreementInquiries inquiries;

  PositionController(Addressed addressed, AgreementInquiries inquiries) {
    this.addressed = addressed;
    this.inquiries = inquiries;
  }

  @PositionApi.GetPosition
  @Needs(Permission.READ_POSITION)
  @Get
  PositionBody getPosition(
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Nullable @QueryValue String asOf) {
    Agreement agreement = addressed.agreement(agreementId);
    return PositionBody.of(agreement, inquiries.balances(Query.asOf(asOf)));
  }
}
