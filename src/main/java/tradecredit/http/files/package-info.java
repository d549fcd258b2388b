/**
 * Many invoices at once: batches in JSON and imports of CSV, with an outcome for each item and each
 * row.
 */
@NullMarked
package tradecredit.http.files;

import org.jspecify.annotations.NullMarked;
