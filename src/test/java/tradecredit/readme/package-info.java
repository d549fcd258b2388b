/** The README is true: its session is played, its clause table is the agreement's. */
@NullMarked
package tradecredit.readme;

import org.jspecify.annotations.NullMarked;
