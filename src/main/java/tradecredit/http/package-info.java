/**
 * The API: reads what comes in strictly, with a pointer to every fault, and renders what goes out.
 * No rule of the book is decided here. What is asked most and needs least is answered at the {@link
 * FrontDoor}, all else by the controllers behind the framework's router.
 */
@NullMarked
package tradecredit.http;

import org.jspecify.annotations.NullMarked;
