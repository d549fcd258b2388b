package tradecredit.ledger;

import java.time.LocalDate;
import tradecredit.agreement.Terms;

/**
 * The terms of an account from a date on.
 *
 * @param version 1 is the agreement's; each amendment adds one
 * @param effectiveDate its first day
 * @param terms what holds from then on
 */
public record TermsVersion(int version, LocalDate effectiveDate, Terms terms) {}
