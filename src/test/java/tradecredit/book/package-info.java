/** The book as its users meet it: over HTTP, on both databases, alone and in a crowd. */
@NullMarked
package tradecredit.book;

import org.jspecify.annotations.NullMarked;
