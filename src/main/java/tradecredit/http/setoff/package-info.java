/** What two accounts owe each other, netted: proposed by one side, decided by the other. */
@NullMarked
package tradecredit.http.setoff;

import org.jspecify.annotations.NullMarked;
