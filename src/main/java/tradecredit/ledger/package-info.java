/**
 * The rules of the book, pure: from an account's position and a posting to an outcome and exactly
 * the rows that follow. No database, no framework, no clock; every function is tested in
 * microseconds.
 */
@NullMarked
package tradecredit.ledger;

import org.jspecify.annotations.NullMarked;
