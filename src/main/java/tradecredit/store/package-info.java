/**
 * The book in SQL, one wording for H2 and PostgreSQL: rows go in as arrays through {@code UNNEST}
 * (a single one on PostgreSQL as it is), all of a batch's writes in one round trip. What the two
 * must word differently lies in their migrations; how arrays become rows, in {@link
 * tradecredit.store.RowsStatement}, and how a batch's statements become one on PostgreSQL, in
 * {@link tradecredit.store.WriteGroup}.
 *
 * <p>{@code recordedAt} is the database's clock, read after the lock. In one case it is a reading
 * carried on by this machine's clock, no later than the database's own and no more than a second
 * earlier, which the statement that writes compares; see {@link tradecredit.store.UnaskedWrite}. It
 * strictly increases per account either way.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
