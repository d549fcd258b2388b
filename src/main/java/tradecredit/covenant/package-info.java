/** Whether a sale of cards is allowed by the agreement's covenants: pure rules over its data. */
@NullMarked
package tradecredit.covenant;

import org.jspecify.annotations.NullMarked;
