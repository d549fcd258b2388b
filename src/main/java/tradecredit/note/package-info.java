/**
 * The promissory note (clause 4 of the filing), pure: its schedule, what a payment settles and its
 * return re-opens, what is due, paid and late on a day, and the hash chain of its records. It is
 * part of no account.
 */
@NullMarked
package tradecredit.note;

import org.jspecify.annotations.NullMarked;
