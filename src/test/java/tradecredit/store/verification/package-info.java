/** A book that was falsified is found out. */
@NullMarked
package tradecredit.store.verification;

import org.jspecify.annotations.NullMarked;
