/**
 * The write path: an account is locked and read for a batch, and what was decided of it is written
 * with the commit; of set-offs both accounts at once. Also what keeps that path fast and its keys
 * few.
 *
 * <p>All that a batch brings is written, or nothing is. Rows go in as arrays, all of a batch's in
 * one round trip; on PostgreSQL what a batch asks is one more, or is not asked at all ({@link
 * tradecredit.store.posting.UnaskedWrite}).
 *
 * <p>{@code recordedAt} is the database's clock, read after the lock. In one case it is a reading
 * carried on by this machine's clock, no later than the database's own and no more than a second
 * earlier, which the statement that writes compares, and never of the day before; see {@link
 * tradecredit.store.posting.UnaskedWrite}. It strictly increases per account either way.
 */
@NullMarked
package tradecredit.store.posting;

import org.jspecify.annotations.NullMarked;
