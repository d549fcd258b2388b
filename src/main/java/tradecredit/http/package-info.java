/**
 * The API, a package a feature: each has its controllers, its bodies, their readers and its part of
 * the API's document. No rule of the book is decided here. What is asked most and needs least is
 * answered at the front door, all else by the controllers behind the framework's router.
 *
 * <p>Imports run downward only: {@code door -> account}; {@code setoff -> desk}; {@code problem ->
 * note}; {@code account, desk, files, note -> posting}; {@code agreement, keys, webhook, posting ->
 * document -> wire}.
 */
@NullMarked
package tradecredit.http;

import org.jspecify.annotations.NullMarked;
