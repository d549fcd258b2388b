/** The promissory note, its payments and its entries. */
@NullMarked
package tradecredit.http.note;

import org.jspecify.annotations.NullMarked;
