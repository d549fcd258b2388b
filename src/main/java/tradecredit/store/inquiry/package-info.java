/**
 * The read path: answers to all that can be asked of accounts, invoices, credits, the desk's cases,
 * standing, set-offs and the agreement.
 *
 * <p>Each answer is one statement or one snapshot, so its sequence and its figures are of one
 * moment. Pages are found by a seek, and read no further than they go.
 */
@NullMarked
package tradecredit.store.inquiry;

import org.jspecify.annotations.NullMarked;
