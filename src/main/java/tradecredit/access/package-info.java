/**
 * Who may do what. A {@link Principal} belongs to a party and carries roles; {@link Permission} is
 * the one table of what those allow, and {@link Gate} reads it. Principals prove themselves by an
 * API key ({@link KeyChecks}) or by a token of an OpenID provider ({@link IdentityTokens}); both
 * come in as {@code Authorization: Bearer} (RFC 6750), and {@link Doorkeeper} admits or turns away
 * each request before its body is read; {@link ShortAdmission} admits polls by the same checks, and
 * leaves whom it does not admit to the Doorkeeper. What is turned away leaves an audit record
 * ({@link DeniedAttempts}), at the door and when a body is there whose key was revoked meanwhile.
 * Whoever only asks too often ({@link RateLimits}, 429) leaves none: they may do what they ask for,
 * and a record of each would cost more than what it stopped.
 */
@NullMarked
package tradecredit.access;

import org.jspecify.annotations.NullMarked;
