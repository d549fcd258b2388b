/** How rows reach both databases. */
@NullMarked
package tradecredit.store;

import org.jspecify.annotations.NullMarked;
