/**
 * Where an account stands: today, on a day, and as the book knew it at an instant. Figures cost
 * days, not invoices.
 *
 * <p>All figures of an answer are of one moment. Today's are read after the question came, whoever
 * else is answered by the same reading; those of a day as they were known at an instant never
 * change.
 */
@NullMarked
package tradecredit.store.figure;

import org.jspecify.annotations.NullMarked;
