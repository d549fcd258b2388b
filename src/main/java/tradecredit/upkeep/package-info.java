/** What a service does again and again while it is up, without being asked. */
@NullMarked
package tradecredit.upkeep;

import org.jspecify.annotations.NullMarked;
