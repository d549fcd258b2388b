/**
 * The agreement as a whole: its parties, clauses and products, the business date, the position over
 * both accounts and the checks of covenants.
 */
@NullMarked
package tradecredit.http.agreement;

import org.jspecify.annotations.NullMarked;
