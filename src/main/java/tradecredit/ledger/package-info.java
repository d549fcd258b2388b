/**
 * The rules of the book, pure: from an account's position and a posting to an outcome and exactly
 * the rows that follow. No database, no framework, no clock; every function is tested in
 * microseconds.
 *
 * <p>Where the design's rules meet: it dates a return on its returned date and each re-opening on
 * the latest of that, the application and the invoice's latest movement. Where an invoice was moved
 * after the payment had paid it, or the payment was taken off an invoice again, and both after the
 * returned date, the return itself is dated on that day too ({@code CreditActs}): otherwise the
 * entries would come to more than what is open on the days between. No invoice of that payment
 * re-opens before the return counts.
 *
 * <p>The terms events of a day's end, of which the design speaks, are what follows from terms that
 * begin on that day: thresholds that are crossed, a breach that opens or is cured, a standing that
 * changes. That terms change is told by {@code terms.amended}, once, when it is approved.
 */
@NullMarked
package tradecredit.ledger;

import org.jspecify.annotations.NullMarked;
