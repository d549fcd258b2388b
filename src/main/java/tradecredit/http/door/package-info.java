/**
 * The front door: what is asked most is answered before the framework's router, on the connection's
 * own event loop; how long a request may take is watched there, too.
 */
@NullMarked
package tradecredit.http.door;

import org.jspecify.annotations.NullMarked;
