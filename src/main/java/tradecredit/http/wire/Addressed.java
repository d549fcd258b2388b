package tradecredit.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Admitted;
import tradecredit.access.Gate;
import tradecredit.access.NotThere;
import tradecredit.access.Principal;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.posting.Caller;

/** Who and what a request is about: its account, its caller, its key, its body. */
@Singleton
public final class Addressed {

  private static final String KEY_HEADER = "Idempotency-Key";
  private static final String KEPT_KEY = Addressed.class.getName() + ".key";
  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

  private final Agreement agreement;
  private final Gate gate;
  private final HttpBounds bounds;

  Addressed(Agreement agreement, Gate gate, HttpBounds bounds) {
    this.agreement = agreement;
    this.gate = gate;
    this.bounds = bounds;
  }

  /** The one agreement of this book. */
  public Agreement agreement() {
    return agreement;
  }

  /** The book's currency, as ISO 4217 names it. */
  public String currency() {
    return agreement.currency().getCurrencyCode();
  }

  /** The agreement, where it is the one of that id; else a 404. */
  public Agreement agreement(String id) {
    if (!agreement.id().value().equals(id)) {
      throw ProblemException.notFound(NotThere.agreement(id));
    }
    return agreement;
  }

  /** The account of that id, or a 404. */
  public TradingAccount account(String id) {
    return agreement.accountNamed(id).orElseThrow(() -> noAccount(id));
  }

  /** The account of a posting, which has a key, or what is wrong with that. */
  public TradingAccount accountOfPosting(HttpRequest<?> request, String id) {
    TradingAccount account = account(id);
    requireKey(request);
    return account;
  }

  private static ProblemException noAccount(String id) {
    return ProblemException.notFound(NotThere.account(id));
  }

  /** Who calls, and for which side of the account. */
  public Caller caller(HttpRequest<?> request, TradingAccount account) {
    Principal principal = Principal.of(request);
    return new Caller(
        gate.actsFor(principal, account).value(),
        principal.name(),
        Admitted.of(request).unprovedKey());
  }

  /** Who calls, where the request concerns the agreement rather than an account of it. */
  public Caller caller(HttpRequest<?> request) {
    Principal principal = Principal.of(request);
    return new Caller(
        agreement.sideOf(principal.party()).value(),
        principal.name(),
        Admitted.of(request).unprovedKey());
  }

  /** The accounts that the caller's party is on. */
  public List<TradingAccount> accounts(HttpRequest<?> request) {
    Principal principal = Principal.of(request);
    return agreement.accounts().stream().filter(account -> gate.isOn(principal, account)).toList();
  }

  /** The one JSON object that the request brings, or a 400 or 413. */
  public JsonNode json(byte @Nullable [] body) {
    return JsonBody.object(bounds.posting(body));
  }

  /**
   * Sees to it that the request has an idempotency key, or answers it 400. An operation that
   * demands one does the request once, however often it is sent: from here on that is what its
   * sender is told after an outage. A {@code DELETE} without one gets a key of the service's own,
   * which no caller can send and no other request has: sent again, it is another request.
   */
  public static void requireKey(HttpRequest<?> request) {
    List<String> keys = request.getHeaders().getAll(KEY_HEADER);
    if (keys.isEmpty() && request.getMethod() == HttpMethod.DELETE) {
      request.setAttribute(KEPT_KEY, "own " + UUID.randomUUID());
      return;
    }
    if (keys.isEmpty()) {
      throw badKey(
          Codes.IDEMPOTENCY_KEY_MISSING,
          "Every POST that changes the book needs an Idempotency-Key header.");
    }
    if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw badKey(
          Codes.IDEMPOTENCY_KEY_MALFORMED,
          "The Idempotency-Key is one header of 1 to 255 visible ASCII characters.");
    }
    Resending.withItsKey(request);
    request.setAttribute(KEPT_KEY, keys.getFirst());
  }

  /** The idempotency key that {@link #requireKey} found, or made. */
  public static String key(HttpRequest<?> request) {
    return request
        .getAttribute(KEPT_KEY, String.class)
        .orElseThrow(() -> new IllegalStateException("no key was required of " + request));
  }

  private static ProblemException badKey(String code, String detail) {
    return new ProblemException(
        400,
        code,
        "The idempotency key is not valid",
        detail,
        List.of(new Fault("header:" + KEY_HEADER, code, detail)));
  }
}
