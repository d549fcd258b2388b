/**
 * The measuring desk: the service beside what people would write instead, in turn, in one run, as
 * ratios. Run by hand with {@code ./mvnw -q -B -Pbench verify}; no part of the tests.
 */
@NullMarked
package tradecredit.bench;

import org.jspecify.annotations.NullMarked;
