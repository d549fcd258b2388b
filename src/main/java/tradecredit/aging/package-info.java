/** Agings from open amounts: plain functions over days. */
@NullMarked
package tradecredit.aging;

import org.jspecify.annotations.NullMarked;
