/** API keys and audit records. */
@NullMarked
package tradecredit.http.keys;

import org.jspecify.annotations.NullMarked;
