/**
 * The write path under faults: what the lanes do when the database, or one posting, lets them down.
 */
@NullMarked
package tradecredit.posting;

import org.jspecify.annotations.NullMarked;
