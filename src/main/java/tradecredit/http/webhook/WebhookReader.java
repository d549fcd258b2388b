package tradecredit.http.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;
import tradecredit.ledger.LedgerEvent;
import tradecredit.money.Quoted;
import tradecredit.webhook.AddressRules;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.WebhookSettings;
import tradecredit.webhook.WebhookUrl;

/** Reads what is said of webhook endpoints. */
@Singleton
final class WebhookReader {

  private static final int LONGEST_AUDITED = 900;

  private final Addressed addressed;
  private final WebhookSettings settings;
  private final AddressRules rules;

  WebhookReader(Addressed addressed, WebhookSettings settings) {
    this.addressed = addressed;
    this.settings = settings;
    this.rules = settings.addressRules();
  }

  /**
   * The endpoint that {@code json} asks for: a 400 that points at each fault, or a 422 where
   * nothing is sent to its URL.
   */
  Endpoint.Subscription read(HttpRequest<?> request, JsonNode json) {
    return read(request, json, 1);
  }

  /**
   * What {@code json} asks an endpoint to be changed to. It may hear no account: one whose party
   * was taken off all that it hears reads so, and is changed without another.
   */
  Endpoint.Subscription readChange(HttpRequest<?> request, JsonNode json) {
    return read(request, json, 0);
  }

  private Endpoint.Subscription read(HttpRequest<?> request, JsonNode json, int leastAccounts) {
    JsonFields fields = JsonFields.ofBody(json);
    String url = fields.required("url", text -> text);
    Set<String> types =
        fields.optionalSet(
            "eventTypes",
            1,
            LedgerEvent.Type.values().length,
            text -> LedgerEvent.Type.of(text).wireName());
    List<AccountId> accounts = accounts(request, fields, leastAccounts);
    String description = fields.optional("description", Texts::free);
    fields.end();
    String checked = checked(Objects.requireNonNull(url));
    return new Endpoint.Subscription(checked, types, accounts, description);
  }

  private String checked(String url) {
    try {
      return WebhookUrl.of(url, rules, settings.allowHttp()).uri().toString();
    } catch (IllegalArgumentException wrong) {
      String detail = "url: " + wrong.getMessage();
      throw new ProblemException(
          422,
          Codes.WEBHOOK_URL_NOT_ALLOWED,
          "Nothing is sent to this URL",
          detail,
          List.of(new Fault("/url", Codes.WEBHOOK_URL_NOT_ALLOWED, detail)));
    }
  }

  /**
   * What the audit tells of an endpoint as it is wanted, shortened to what a record takes: of its
   * URL not the path, which may hold what is secret.
   */
  String audited(Endpoint.Subscription subscription) {
    Set<String> types = subscription.eventTypes();
    String told =
        "%s; accounts: %s; event types: %s"
            .formatted(
                WebhookUrl.of(subscription.url(), rules, settings.allowHttp()).origin(),
                subscription.accounts().stream()
                    .map(AccountId::value)
                    .sorted()
                    .collect(Collectors.joining(", ")),
                types == null ? "all" : types.stream().sorted().collect(Collectors.joining(", ")));
    return told.length() <= LONGEST_AUDITED ? told : told.substring(0, LONGEST_AUDITED) + "…";
  }

  private List<AccountId> accounts(HttpRequest<?> request, JsonFields fields, int least) {
    List<AccountId> own = addressed.accounts(request).stream().map(TradingAccount::id).toList();
    Set<AccountId> accounts =
        fields.optionalSet(
            "accounts", least, addressed.agreement().accounts().size(), text -> named(own, text));
    return accounts == null ? own : List.copyOf(accounts);
  }

  private static AccountId named(List<AccountId> own, String name) {
    return own.stream()
        .filter(account -> account.value().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UntakenValueException(
                    Codes.UNKNOWN_ACCOUNT,
                    "the caller's party is on no account " + Quoted.of(name)));
  }

  /** Whether an endpoint is to be enabled, or a 400. */
  static boolean enabled(JsonNode json) {
    JsonFields fields = JsonFields.ofBody(json);
    Boolean enabled =
        fields.required(
            "state",
            text -> {
              if (!text.equals("enabled") && !text.equals("disabled")) {
                throw new IllegalArgumentException(
                    Quoted.of(text) + " is neither enabled nor disabled");
              }
              return text.equals("enabled");
            });
    fields.end();
    return Objects.requireNonNull(enabled);
  }

  /** From when on events are to be sent anew, or a 400. */
  static Instant since(JsonNode json) {
    JsonFields fields = JsonFields.ofBody(json);
    Instant since = fields.required("since", Texts::instant);
    fields.end();
    return Objects.requireNonNull(since);
  }
}
