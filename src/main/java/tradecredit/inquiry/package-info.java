/**
 * The read path: balances, agings, entries, decisions. Each inquiry is one consistent reading of
 * the book: one statement, or one snapshot. Polls share readings, but none is answered from a
 * reading that began before it came.
 */
@NullMarked
package tradecredit.inquiry;

import org.jspecify.annotations.NullMarked;
