package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Terms;

/**
 * The terms of an account from a date on.
 *
 * @param version 1 is the agreement's; each amendment adds one, and one more for each later day
 *     from which other terms were agreed before it
 * @param effectiveDate its first day
 * @param terms what holds from then on
 * @param change what was agreed for that day, all of which {@code terms} have; null for the
 *     agreement's own
 */
public record TermsVersion(
    int version, LocalDate effectiveDate, Terms terms, @Nullable TermsChange change) {}
