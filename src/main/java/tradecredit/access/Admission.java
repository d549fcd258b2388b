package tradecredit.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;

/** Judges a request by what its path is about, and notes each attempt that is denied. */
@Singleton
public class Admission {

  private static final int LONGEST = 250;

  private final Agreement agreement;
  private final Gate gate;
  private final DeniedAttempts attempts;

  Admission(Agreement agreement, Gate gate, DeniedAttempts attempts) {
    this.agreement = agreement;
    this.gate = gate;
    this.attempts = attempts;
  }

  /** Whether {@code principal} may; notes nothing. */
  boolean allows(HttpRequest<?> request, Principal principal, Permission wanted) {
    return gate.judge(principal, wanted, account(request).orElse(null))
        instanceof Gate.Judgment.Allowed;
  }

  /** Why {@code principal} is turned away; null where it is not. */
  @Nullable TurnedAwayException judge(
      HttpRequest<?> request, Principal principal, Permission wanted) {
    TradingAccount account = account(request).orElse(null);
    return switch (gate.judge(principal, wanted, account)) {
      case Gate.Judgment.Allowed ignored -> null;
      case Gate.Judgment.Hidden ignored ->
          turnAway(
              request,
              principal,
              wanted,
              new TurnedAwayException(TurnedAwayException.Reason.HIDDEN, hidden(request, wanted)));
      case Gate.Judgment.Forbidden forbidden ->
          turnAway(
              request,
              principal,
              wanted,
              new TurnedAwayException(
                  TurnedAwayException.Reason.FORBIDDEN,
                  forbidden.reason(),
                  forbidden.clause(),
                  Duration.ZERO));
    };
  }

  /**
   * A second look, where only the body of a request tells what it asks for: the operation's own
   * permission has let it in, this one decides. What is denied on trust is judged once more, and
   * noted, when the key is proved: see {@link AnswersOnTrust}.
   *
   * @throws TurnedAwayException where who calls has not that permission
   */
  public void demand(HttpRequest<?> request, Permission wanted) {
    Principal principal = Principal.of(request);
    Admitted admitted = Admitted.of(request);
    if (admitted.unprovedKey() != null) {
      if (!allows(request, principal, wanted)) {
        admitted.denied(wanted);
        throw Credentials.invalid();
      }
      return;
    }
    TurnedAwayException away = judge(request, principal, wanted);
    if (away != null) {
      throw away;
    }
  }

  /** Notes the attempt and returns what turns it away. */
  TurnedAwayException turnAway(
      HttpRequest<?> request,
      @Nullable Principal principal,
      Permission wanted,
      TurnedAwayException away) {
    attempts.note(attempt(request, principal, wanted, away, account(request).orElse(null)));
    return away;
  }

  /** The same of a request that was let in by a key or token that does not hold any more. */
  TurnedAwayException turnAway(HttpRequest<?> request) {
    return turnAway(request, null, needed(request), Credentials.invalid());
  }

  private static Permission needed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .flatMap(route -> route.getAnnotationMetadata().enumValue(Needs.class, Permission.class))
        .orElseThrow();
  }

  private static AuditEvent attempt(
      HttpRequest<?> request,
      @Nullable Principal principal,
      Permission wanted,
      TurnedAwayException away,
      @Nullable TradingAccount account) {
    String object = request.getMethodName() + " " + request.getPath();
    return new AuditEvent(
        account == null ? null : account.id(),
        principal == null ? null : principal.party().value(),
        principal == null ? AuditEvent.ANONYMOUS : principal.name(),
        wanted.wireName(),
        recordable(object),
        AuditEvent.Outcome.DENIED,
        null,
        RequestId.of(request),
        recordable(principal == null ? keyNamed(request) + away.detail() : away.detail()));
  }

  /** Which key was tried: unproved, but no secret, and what an auditor asks first. */
  private static String keyNamed(HttpRequest<?> request) {
    return Credentials.keyIn(request).map(id -> "key " + id + ": ").orElse("");
  }

  /** On one line, and cut to a length that fits: the caller chose it. */
  private static String recordable(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }

  private Optional<TradingAccount> account(HttpRequest<?> request) {
    return variable(request, "accountId").flatMap(agreement::accountNamed);
  }

  /**
   * What a caller reads who may not know more: the same as where there is nothing. Whoever is of
   * the agreement may read it, so nobody is told that it is not there for the sake of a part of it.
   */
  private static String hidden(HttpRequest<?> request, Permission wanted) {
    if (wanted.relation() != null) {
      return NotThere.ANYTHING;
    }
    return variable(request, "accountId")
        .map(NotThere::account)
        .or(() -> variable(request, "agreementId").map(NotThere::agreement))
        .orElse(NotThere.ANYTHING);
  }

  private static Optional<String> variable(HttpRequest<?> request, String name) {
    return RouteAttributes.getRouteMatch(request)
        .map(route -> route.getVariableValues().get(name))
        .map(Object::toString);
  }
}
