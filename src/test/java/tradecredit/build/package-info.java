/**
 * The build as the reviewer: who may import whom, how long things may grow, and how they are laid
 * out.
 */
@NullMarked
package tradecredit.build;

import org.jspecify.annotations.NullMarked;
