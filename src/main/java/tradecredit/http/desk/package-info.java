/**
 * The credit desk: returned payments, allocations, credit notes, write-offs, disputes, holds,
 * breaches and terms.
 */
@NullMarked
package tradecredit.http.desk;

import org.jspecify.annotations.NullMarked;
