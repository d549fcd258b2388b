/**
 * The book in SQL, by the same rules on H2 and PostgreSQL: rows go in as arrays through {@code
 * UNNEST} (a single one on PostgreSQL as it is), all of a batch's writes in one round trip. Where
 * the two must differ, their migrations say so, {@link tradecredit.store.HeadTable} of the lock and
 * {@link tradecredit.store.Transactions} of one snapshot for several statements. For speed they
 * differ in how arrays are sent ({@link tradecredit.store.SqlType}) and become rows ({@link
 * tradecredit.store.RowsStatement}), and in what is one round trip on PostgreSQL: a batch's
 * questions ({@link tradecredit.store.ReadGroup}), its statements ({@link
 * tradecredit.store.WriteGroup}), or all of it ({@link tradecredit.store.UnaskedWrite}).
 *
 * <p>{@code recordedAt} is the database's clock, read after the lock. In one case it is a reading
 * carried on by this machine's clock, no later than the database's own and no more than a second
 * earlier, which the statement that writes compares; see {@link tradecredit.store.UnaskedWrite}. It
 * strictly increases per account either way.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
