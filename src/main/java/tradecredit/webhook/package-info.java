/**
 * Events told to endpoints, as Standard Webhooks (<a
 * href="https://www.standardwebhooks.com">standardwebhooks.com</a>) has it: signed, retried, never
 * to an address that is not allowed.
 *
 * <p>Guarantee: every event that was committed after an endpoint was made reaches it at least once,
 * under one id over all attempts, or is visible as waiting or given up, at least in number. It may
 * come twice (a sender died after it sent and before it recorded) and out of order (a retry);
 * {@code data.sequence} puts a receiver right. Events come from the outbox that postings write in
 * their own transaction; nothing here is part of a posting.
 *
 * <p>How: {@link Dispatcher} fans events out to deliveries by a cursor per endpoint and account,
 * claims what is due by a lease, lets {@link Courier} look at it once more ({@link Claims}) and
 * {@link Sender} send it outside of any transaction, and {@link Recorder} records what came of it
 * if the lease is still held. {@link Outbox} is all of that in the database. Whatever is done to an
 * endpoint raises its version; what was claimed under one before is given back and claimed anew.
 */
@NullMarked
package tradecredit.webhook;

import org.jspecify.annotations.NullMarked;
