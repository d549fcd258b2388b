/**
 * What was posted and decided, read as it was recorded: documents, outcomes, refusals, events, what
 * credits were applied to and what falls due when. Who posts, who asks and who proves the book read
 * the same.
 *
 * <p>What never changes is rebuilt from what never changes: an outcome that is answered again, and
 * an event that is told again, are what they were.
 */
@NullMarked
package tradecredit.store.record;

import org.jspecify.annotations.NullMarked;
