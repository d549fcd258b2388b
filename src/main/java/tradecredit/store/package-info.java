/**
 * The book in SQL, one wording for H2 and PostgreSQL: rows go in as arrays through {@code UNNEST}
 * (a single one on PostgreSQL as it is), all of a batch's writes in one round trip. What the two
 * must word differently lies in their migrations; how arrays become rows, in {@link
 * tradecredit.store.RowsStatement}, and how a batch's statements become one on PostgreSQL, in
 * {@link tradecredit.store.WriteGroup}.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
