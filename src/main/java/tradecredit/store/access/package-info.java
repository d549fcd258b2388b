/**
 * The API keys and the audit records. Each change of a key is recorded in the transaction that
 * makes it, under the lock of the chain that orders all of them.
 */
@NullMarked
package tradecredit.store.access;

import org.jspecify.annotations.NullMarked;
