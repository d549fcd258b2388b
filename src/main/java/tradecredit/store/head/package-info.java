/**
 * What there is before anything is posted: the accounts' heads, which are the only rows that a
 * posting locks, their terms, the book's clock and business date, and the chains of audit records.
 *
 * <p>At start {@code Opening} writes what is missing of these, before anybody gets {@link
 * tradecredit.store.sql.Transactions}.
 */
@NullMarked
package tradecredit.store.head;

import org.jspecify.annotations.NullMarked;
