/** Refusals as they stand in the tables. */
@NullMarked
package tradecredit.store.record;

import org.jspecify.annotations.NullMarked;
