/**
 * What the JDK can do but says in too many words: digests as text, what a stage failed with, the
 * constants of an enum by their names, and a long text cut short. And what all parts mean by being
 * unavailable.
 */
@NullMarked
package tradecredit.platform;

import org.jspecify.annotations.NullMarked;
