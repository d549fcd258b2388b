/**
 * What an account is read by: balance, aging, invoices, entries, decisions, standing and the feed
 * of events.
 */
@NullMarked
package tradecredit.http.account;

import org.jspecify.annotations.NullMarked;
