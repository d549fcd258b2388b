/**
 * The book in SQL, one wording for H2 and PostgreSQL: rows go in as arrays through {@code UNNEST}
 * (a single one on PostgreSQL as it is), all of a batch's writes in one round trip. What the two
 * must word differently lies in their migrations; how arrays become rows, in {@link
 * tradecredit.store.RowsStatement}, and how a batch's statements become one on PostgreSQL, in
 * {@link tradecredit.store.WriteGroup}.
 *
 * <p>{@code recordedAt} is the database's clock, read after the lock. In one case it is a reading
 * carried on by this machine's clock for at most a second, which the database compares with its own
 * as it writes; see {@link tradecredit.store.UnaskedWrite}. It strictly increases per account
 * either way.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
