package tradecredit.access;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.platform.WireNames;

/**
 * Something that was done, or denied, to be recorded.
 *
 * @param account the account it concerns; null where it concerns none
 * @param party whose principal it was; null where nobody proved who they are
 * @param principal who; {@link #ANONYMOUS} where nobody proved who they are
 * @param action what, such as {@code revoke-key}
 * @param object to what
 * @param outcome what came of it
 * @param concerns the party it concerns beside the one that did it, {@link #EVERYONE}, or null
 * @param requestId in which request
 * @param detail what else is worth knowing, or null
 */
public record AuditEvent(
    @Nullable AccountId account,
    @Nullable String party,
    String principal,
    String action,
    String object,
    Outcome outcome,
    @Nullable String concerns,
    String requestId,
    @Nullable String detail) {

  /** What concerns every party. */
  public static final String EVERYONE = "*";

  /** Who did it where nobody proved who they are. */
  public static final String ANONYMOUS = "anonymous";

  /** Who did it where the service itself did. */
  public static final String SERVICE = "service";

  /** What came of it. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** It was denied. */
    DENIED;

    /** Its name on the wire. */
    public String wireName() {
      return this == DONE ? "done" : "denied";
    }

    /** Reads {@link #wireName()}. */
    public static Outcome of(String wireName) {
      return WireNames.read(values(), Outcome::wireName, wireName, "outcome");
    }
  }

  /** Something that the caller did. */
  public static AuditEvent done(HttpRequest<?> request, What what, String concerns) {
    return by(request, what, Outcome.DONE, concerns);
  }

  /** Something that the caller tried and may not; it concerns the caller's own party. */
  public static AuditEvent denied(HttpRequest<?> request, What what) {
    return by(request, what, Outcome.DENIED, Principal.of(request).party().value());
  }

  /** What was done or tried, to what, and what else is worth knowing. */
  public record What(String action, String object, String detail) {}

  private static AuditEvent by(
      HttpRequest<?> request, What what, Outcome outcome, String concerns) {
    Principal principal = Principal.of(request);
    return new AuditEvent(
        null,
        principal.party().value(),
        principal.name(),
        what.action(),
        what.object(),
        outcome,
        concerns,
        RequestId.of(request),
        what.detail());
  }

  /** Something that the service itself did. */
  static AuditEvent byService(String action, String object, Outcome outcome, String detail) {
    return byService(action, object, outcome, null, detail);
  }

  /** The same where it concerns a party, or {@link #EVERYONE}. */
  public static AuditEvent byService(
      String action, String object, Outcome outcome, @Nullable String concerns, String detail) {
    return new AuditEvent(null, null, SERVICE, action, object, outcome, concerns, "", detail);
  }
}
