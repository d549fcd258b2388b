/**
 * What every request and every answer is made of: JSON that is read strictly, with a pointer to
 * every fault, problems (RFC 9457), pages and cursors, who and what a request is about, and the
 * bounds on all of it.
 */
@NullMarked
package tradecredit.http.wire;

import org.jspecify.annotations.NullMarked;
