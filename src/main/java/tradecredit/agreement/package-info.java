/** The agreement as data: parties, accounts, terms, clauses and products, read from one file. */
@NullMarked
package tradecredit.agreement;

import org.jspecify.annotations.NullMarked;
