package tradecredit.bench.service;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import tradecredit.access.Public;

/**
 * The bare route: constant JSON, as long as a balance, from the same server, through the same
 * filters, on the event loop, without a key and without a database.
 */
@Hidden
@Controller("/bench/bare")
@Requires(property = "bench.extras", value = "true")
class BareController {

  private static final byte[] BALANCE =
      """
      {"accountId":"auxer-to-kattosko","asOf":"2001-05-31","businessDate":"2001-05-31","currency":"USD",\
      "sequence":100000,"termsVersion":1,"balance":"7000000.00","creditLimit":"9999999999.99",\
      "availableCredit":"9992999999.99","utilisation":"0.07","pastDue":"0.00","disputed":"0.00",\
      "unappliedCredit":"0.00","standing":"good","standingReasons":[]}\
      """
          .getBytes(StandardCharsets.UTF_8);

  @Public
  @Get
  HttpResponse<byte[]> bare() {
    return HttpResponse.ok(BALANCE);
  }
}
