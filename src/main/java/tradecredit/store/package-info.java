/**
 * The book in SQL, one wording for H2 and PostgreSQL: rows go in as arrays through {@code UNNEST},
 * a statement a table, all of a batch's writes in one round trip. What the two must word
 * differently lies in their migrations; how arrays become rows, in {@link RowsStatement}.
 */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
