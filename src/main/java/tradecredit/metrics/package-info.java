/**
 * What the service tells of itself to whoever operates it: the registry of its meters, and where
 * they are read. Whoever has something to measure asks for a {@code MeterRegistry}; which meters
 * there are, {@code config/OPERATING.md} lists.
 */
@NullMarked
package tradecredit.metrics;

import org.jspecify.annotations.NullMarked;
