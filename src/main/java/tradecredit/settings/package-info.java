/**
 * What the settings of all parts have in common: a wrong bound is told with its key, and so is a
 * setting that nothing reads.
 */
@NullMarked
package tradecredit.settings;

import org.jspecify.annotations.NullMarked;
