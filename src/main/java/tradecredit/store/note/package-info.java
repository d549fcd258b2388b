/**
 * The promissory note: its entries, payments and decisions, written under its head's lock and read
 * on one snapshot.
 */
@NullMarked
package tradecredit.store.note;

import org.jspecify.annotations.NullMarked;
