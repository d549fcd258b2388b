/**
 * Events out: endpoints, what is to be delivered to them, attempts, and the sweeping of what was
 * delivered long ago.
 *
 * <p>Each event of a committed posting reaches each endpoint that wants it at least once, or is
 * seen to have been given up. No transaction lasts while something is sent.
 */
@NullMarked
package tradecredit.store.webhook;

import org.jspecify.annotations.NullMarked;
