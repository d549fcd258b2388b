package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonBody;

/** What the requests of all postings must be before anybody reads what they ask for. */
@Singleton
public final class PostingRequests {

  private final Addressed addressed;
  private final HttpBounds bounds;

  PostingRequests(Addressed addressed, HttpBounds bounds) {
    this.addressed = addressed;
    this.bounds = bounds;
  }

  /** The account of a request with a key and no parameters, or what is wrong with that. */
  public TradingAccount account(HttpRequest<?> request, String accountId) {
    TradingAccount account = addressed.account(accountId);
    requireKeyAlone(request);
    return account;
  }

  /** Sees to it that the request has a key and no parameters, or answers it 400. */
  public static void requireKeyAlone(HttpRequest<?> request) {
    Addressed.onlyParameters(request, Set.of());
    Addressed.requireKey(request);
  }

  /** The one JSON object that the request brings, or a 400 or 413. */
  public JsonNode json(byte @Nullable [] body) {
    return JsonBody.object(bounds.posting(body));
  }
}
