/** What keeps the write path fast. */
@NullMarked
package tradecredit.store.posting;

import org.jspecify.annotations.NullMarked;
