/**
 * The write path: one lane per account, batches, idempotency, the end of days on which nobody
 * posts, and the turning of the book's day. Set-offs, note requests and credit checks do not use a
 * lane: a set-off moves both accounts, the note has a head of its own, and a credit check writes
 * nothing. This package decides nothing itself; see {@code ledger} and {@code note}.
 *
 * <p>Guarantee: a posting whose answer reached its caller is in the book exactly once. A caller
 * that got no answer, or a 503, may send the same posting with the same key again, as often as it
 * likes.
 */
@NullMarked
package tradecredit.posting;

import org.jspecify.annotations.NullMarked;
