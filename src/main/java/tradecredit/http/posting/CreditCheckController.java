package tradecredit.http.posting;

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
import tradecredit.access.Principal;
import tradecredit.access.ProvedAgain;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.Outcome;
import tradecredit.posting.CreditChecks;

/** The decision an invoice would get now, without posting. */
@Controller("/v1/accounts/{accountId}/credit-checks")
class CreditCheckController {

  private final Addressed addressed;
  private final PostingReader reader;
  private final CreditChecks checks;

  CreditCheckController(Addressed addressed, PostingReader reader, CreditChecks checks) {
    this.addressed = addressed;
    this.reader = reader;
    this.checks = checks;
  }

  @PostingApi.CheckInvoice
  @Needs(Permission.READ_ACCOUNT)
  @ProvedAgain
  @Post
  @ExecuteOn(TaskExecutors.BLOCKING)
  CreditCheckBody checkInvoice(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.account(accountId);
    var invoice = reader.invoice(addressed.json(body));
    Outcome outcome = checks.check(account, invoice, Principal.of(request).name());
    return CreditCheckBody.of(outcome, request.getPath());
  }
}
