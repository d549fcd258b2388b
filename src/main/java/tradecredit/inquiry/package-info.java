/**
 * The read path: balances, agings, entries, decisions. Each inquiry is one consistent reading of
 * the book.
 */
@NullMarked
package tradecredit.inquiry;

import org.jspecify.annotations.NullMarked;
