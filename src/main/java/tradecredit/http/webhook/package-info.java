/** Webhook endpoints, and what was delivered to them. */
@NullMarked
package tradecredit.http.webhook;

import org.jspecify.annotations.NullMarked;
