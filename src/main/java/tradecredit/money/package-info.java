/** Exact cents and discounts: the figures of the book, which are never rounded by accident. */
@NullMarked
package tradecredit.money;

import org.jspecify.annotations.NullMarked;
