/**
 * What is started: the service, the proof of its book, and the rehearsal that trains a cache for a
 * quicker start.
 */
@NullMarked
package tradecredit;

import org.jspecify.annotations.NullMarked;
