/** What the bounds of all parts have in common: a wrong one is told with its key. */
@NullMarked
package tradecredit.settings;

import org.jspecify.annotations.NullMarked;
