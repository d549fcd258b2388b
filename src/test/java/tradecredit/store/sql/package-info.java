/** How rows reach both databases. */
@NullMarked
package tradecredit.store.sql;

import org.jspecify.annotations.NullMarked;
