/**
 * What the tests stand on: real databases, real services, real HTTP, and the invariants of the
 * book.
 */
@NullMarked
package tradecredit.support;

import org.jspecify.annotations.NullMarked;
