package tradecredit.http.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Faults;
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
    Faults faults = new Faults();
    JsonFields fields = new JsonFields(json, "", faults);
    String url = fields.required("url", text -> text);
    Set<String> types =
        texts(fields.optionalItems("eventTypes", 1, LedgerEvent.Type.values().length), faults);
    List<AccountId> accounts = accounts(request, fields, leastAccounts, faults);
    String description = fields.optional("description", Texts::free);
    fields.refuseOthers();
    faults.throwIfAny();
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

  private static @Nullable Set<String> texts(@Nullable List<JsonNode> items, Faults faults) {
    if (items == null) {
      return null;
    }
    Set<String> types = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        String type = LedgerEvent.Type.of(text(items.get(i), "a type")).wireName();
        if (!types.add(type)) {
          throw new UntakenValueException("duplicate", type + " is there twice");
        }
      } catch (IllegalArgumentException wrong) {
        faults.add(
            "/eventTypes/" + i,
            UntakenValueException.codeOf(wrong),
            String.valueOf(wrong.getMessage()));
      }
    }
    return types;
  }

  private List<AccountId> accounts(
      HttpRequest<?> request, JsonFields fields, int least, Faults faults) {
    List<AccountId> own = addressed.accounts(request).stream().map(TradingAccount::id).toList();
    List<JsonNode> items =
        fields.optionalItems("accounts", least, addressed.agreement().accounts().size());
    if (items == null) {
      return own;
    }
    List<AccountId> accounts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      account(items.get(i), own, accounts, "/accounts/" + i, faults);
    }
    return accounts;
  }

  private static void account(
      JsonNode item, List<AccountId> own, List<AccountId> accounts, String at, Faults faults) {
    try {
      String name = text(item, "an account");
      if (own.stream().noneMatch(account -> account.value().equals(name))) {
        faults.add(
            at, Codes.UNKNOWN_ACCOUNT, "the caller's party is on no account " + Quoted.of(name));
        return;
      }
      AccountId account = new AccountId(name);
      if (accounts.contains(account)) {
        throw new UntakenValueException("duplicate", name + " is there twice");
      }
      accounts.add(account);
    } catch (IllegalArgumentException wrong) {
      faults.add(at, UntakenValueException.codeOf(wrong), String.valueOf(wrong.getMessage()));
    }
  }

  private static String text(JsonNode item, String what) {
    if (!item.isTextual()) {
      throw new UntakenValueException(
          "type", what + " is a string, not " + JsonFields.kindOf(item));
    }
    return item.textValue();
  }

  /** Whether an endpoint is to be enabled, or a 400. */
  static boolean enabled(JsonNode json) {
    Faults faults = new Faults();
    JsonFields fields = new JsonFields(json, "", faults);
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
    fields.refuseOthers();
    faults.throwIfAny();
    return Objects.requireNonNull(enabled);
  }

  /** From when on events are to be sent anew, or a 400. */
  static Instant since(JsonNode json) {
    Faults faults = new Faults();
    JsonFields fields = new JsonFields(json, "", faults);
    Instant since = fields.required("since", Texts::instant);
    fields.refuseOthers();
    faults.throwIfAny();
    return Objects.requireNonNull(since);
  }
}
