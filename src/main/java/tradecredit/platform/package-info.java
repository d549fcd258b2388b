/**
 * What the JDK can do but says in too many words: digests as text, and what a stage failed with.
 */
@NullMarked
package tradecredit.platform;

import org.jspecify.annotations.NullMarked;
