/** Figures while the day is turned. */
@NullMarked
package tradecredit.store.figure;

import org.jspecify.annotations.NullMarked;
