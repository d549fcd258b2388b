/**
 * Invoices and payments, one at a time, and the way of any posting through its account's lane; the
 * credit check, which asks and posts nothing.
 */
@NullMarked
package tradecredit.http.posting;

import org.jspecify.annotations.NullMarked;
