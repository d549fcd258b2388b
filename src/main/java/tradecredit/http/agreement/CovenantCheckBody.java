package tradecredit.http.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Clause;
import tradecredit.agreement.Covenant;
import tradecredit.covenant.CovenantFindings;
import tradecredit.covenant.Sale;
import tradecredit.http.wire.ApiSchemas;

/**
 * What the agreement's clauses say of a sale.
 *
 * @param seller who sells
 * @param product which cards
 * @param customer who buys
 * @param discount at what discount, in percent
 * @param date on which day
 * @param inForce whether the agreement binds on that day
 * @param allowed whether the sale is allowed; null where it cannot be decided
 * @param forbiddenBy the clauses that it breaks
 * @param undecidedBy the clauses that may forbid it: a discount is not stated
 * @param permittedBy the clauses that give a right to it
 * @param setAside the clauses that would bind and do not count, by such a right
 * @param conditions the duties that come with it and that the question does not tell
 */
@Serdeable
@Schema(name = "CovenantCheck")
public record CovenantCheckBody(
    String seller,
    String product,
    String customer,
    @ApiSchemas.Percent String discount,
    LocalDate date,
    boolean inForce,
    @Nullable Boolean allowed,
    List<FindingBody> forbiddenBy,
    List<FindingBody> undecidedBy,
    List<FindingBody> permittedBy,
    List<FindingBody> setAside,
    List<FindingBody> conditions) {

  /**
   * What one clause says of the sale.
   *
   * @param clause its number
   * @param summary what it says, in one line
   * @param reason what follows from it here
   * @param cure what would change that; null where nothing needs to
   */
  @Serdeable
  @Schema(name = "CovenantFinding")
  public record FindingBody(int clause, String summary, String reason, @Nullable String cure) {}

  static CovenantCheckBody of(Agreement agreement, Sale sale, CovenantFindings findings) {
    CovenantWords words = new CovenantWords(agreement);
    return new CovenantCheckBody(
        sale.seller().value(),
        sale.product().value(),
        sale.customer().value(),
        sale.discount().toString(),
        sale.date(),
        findings.inForce(),
        findings.allowed(),
        findings.forbiddenBy().stream()
            .map(rule -> of(agreement, rule, words.reason(rule), words.cure(rule, findings)))
            .toList(),
        findings.undecided().stream()
            .map(rule -> of(agreement, rule, words.reason(rule), words.cure(rule, findings)))
            .toList(),
        findings.permittedBy().stream()
            .map(rule -> of(agreement, rule, words.reason(rule), null))
            .toList(),
        findings.setAside().stream()
            .map(aside -> of(agreement, aside.rule(), words.reason(aside), null))
            .toList(),
        findings.conditions().stream()
            .map(rule -> of(agreement, rule, words.reason(rule), null))
            .toList());
  }

  private static FindingBody of(
      Agreement agreement, Covenant rule, String reason, @Nullable String cure) {
    String summary = agreement.clause(rule.clause()).map(Clause::summary).orElse("");
    return new FindingBody(rule.clause(), summary.strip(), reason, cure);
  }
}
