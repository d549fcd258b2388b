/**
 * The API: reads what comes in strictly, with a pointer to every fault, and renders what goes out.
 * No rule of the book is decided here.
 */
@NullMarked
package tradecredit.http;

import org.jspecify.annotations.NullMarked;
