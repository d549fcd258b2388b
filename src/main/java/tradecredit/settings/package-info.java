/**
 * What the settings of all parts have in common: a wrong bound, or a value that is none, is told
 * with its key, and so is a setting that nothing reads.
 */
@NullMarked
package tradecredit.settings;

import org.jspecify.annotations.NullMarked;
