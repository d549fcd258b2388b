/**
 * What the JDK can do but says in too many words: digests as text, what a stage failed with, and
 * the constants of an enum by their names.
 */
@NullMarked
package tradecredit.platform;

import org.jspecify.annotations.NullMarked;
