/**
 * The write path: one lane per account, batches, idempotency. Decides nothing itself; see {@code
 * ledger}.
 *
 * <p>Guarantee: a posting whose answer reached its caller is in the book exactly once. A caller
 * that got no answer, or a 503, may send the same posting with the same key again, as often as it
 * likes.
 */
@NullMarked
package tradecredit.posting;

import org.jspecify.annotations.NullMarked;
