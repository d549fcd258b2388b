/**
 * Proves a book from its rows: every chain is walked from its first record to its head, and what no
 * hash covers is held against what it follows from. It reads by the connection that it is given,
 * and writes nothing.
 */
@NullMarked
package tradecredit.store.verification;

import org.jspecify.annotations.NullMarked;
