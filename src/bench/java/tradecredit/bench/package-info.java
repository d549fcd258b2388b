/**
 * The first benchmark: the service over HTTP beside the same act hand-written in SQL, in one run,
 * as ratios. Run by hand with {@code ./mvnw -q -Pbench verify}; no part of the tests.
 */
@NullMarked
package tradecredit.bench;

import org.jspecify.annotations.NullMarked;
