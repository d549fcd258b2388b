/**
 * What knows SQL and no book: statements and groups of them, their parameters, transactions,
 * faults, and the connections that migrate.
 *
 * <p>Rows go in as arrays through {@code UNNEST} (a single one on PostgreSQL as it is), all of a
 * group's in one round trip. For speed the two databases differ in how arrays are sent ({@link
 * tradecredit.store.sql.SqlType}) and become rows ({@link tradecredit.store.sql.RowsStatement}),
 * and in what is one round trip on PostgreSQL: a batch's questions ({@link
 * tradecredit.store.sql.ReadGroup}) and its statements ({@link tradecredit.store.sql.WriteGroup}).
 *
 * <p>What a transaction meets is told in one of two ways: as an outage ({@link
 * tradecredit.platform.UnavailableException}), after which the same may succeed, or as a fault,
 * after which it will not.
 */
@NullMarked
package tradecredit.store.sql;

import org.jspecify.annotations.NullMarked;
