/**
 * The write path: one lane per account, batches, idempotency, the day's end that nobody's posting
 * woke, and the turning of the book's day. In no lane ride set-offs, which move both accounts, what
 * is recorded of the promissory note, and credit checks, which write nothing. Decides nothing
 * itself; see {@code ledger} and {@code note}.
 *
 * <p>Guarantee: a posting whose answer reached its caller is in the book exactly once. A caller
 * that got no answer, or a 503, may send the same posting with the same key again, as often as it
 * likes.
 */
@NullMarked
package tradecredit.posting;

import org.jspecify.annotations.NullMarked;
