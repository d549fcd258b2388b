/** Starts the service. */
@NullMarked
package tradecredit;

import org.jspecify.annotations.NullMarked;
