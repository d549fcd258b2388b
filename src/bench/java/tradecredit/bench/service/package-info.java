/**
 * What a benched service has and the product has not: a bare route to compare polls with, and a
 * book in memory. {@code tradecredit.bench.Extras} puts these classes alone beside the jar.
 */
@NullMarked
package tradecredit.bench.service;

import org.jspecify.annotations.NullMarked;
