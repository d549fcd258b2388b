package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tradecredit.agreement.Terms;

/**
 * The terms of an account.
 *
 * @param creditLimit at most this much is owed
 * @param netDays an invoice is due this many calendar days after its date
 * @param requiresGoodStanding whether new invoices need good standing
 * @param discounts the pinned discounts by product, in percent; a product that is not here has none
 *     pinned
 * @param thresholds the shares of the limit, in percent, that controllers are told of
 */
@Serdeable
@Schema(name = "Terms")
public record TermsBody(
    @ApiSchemas.Money String creditLimit,
    int netDays,
    boolean requiresGoodStanding,
    Map<String, String> discounts,
    List<Integer> thresholds) {

  /** The terms as they are written. */
  public static TermsBody of(Terms terms) {
    Map<String, String> discounts = new TreeMap<>();
    terms
        .discounts()
        .forEach((product, discount) -> discounts.put(product.value(), discount.toString()));
    return new TermsBody(
        terms.creditLimit().toString(),
        terms.netDays(),
        terms.requiresGoodStanding(),
        discounts,
        terms.thresholds());
  }
}
