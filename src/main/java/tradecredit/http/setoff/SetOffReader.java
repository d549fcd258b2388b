package tradecredit.http.setoff;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.PostingReader;
import tradecredit.http.wire.Amounts;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** Reads set-offs from JSON; what a rule may refuse is not looked at. */
@Singleton
final class SetOffReader {

  private static final String ACCOUNTS = "accounts";

  private final Agreement agreement;
  private final HttpBounds bounds;

  SetOffReader(Agreement agreement, HttpBounds bounds) {
    this.agreement = agreement;
    this.bounds = bounds;
  }

  /** What is to be netted on one account. */
  record WantedHalf(TradingAccount account, List<WantedAllocation> wanted) {

    Money amount() {
      return WantedAllocation.sum(wanted);
    }
  }

  /** A proposal, its halves in the order of the accounts' ids. */
  record WantedSetOff(String reason, WantedHalf first, WantedHalf second) {}

  /** Reads a proposal or throws a 400 that lists its faults. */
  WantedSetOff proposal(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    String reason = fields.required("reason", Texts::reason);
    Amounts.currency(fields, agreement);
    List<WantedHalf> halves = halves(fields);
    fields.end();
    halves.sort(Comparator.comparing(half -> half.account().id().value()));
    return new WantedSetOff(Objects.requireNonNull(reason), halves.get(0), halves.get(1));
  }

  private List<WantedHalf> halves(JsonFields fields) {
    List<JsonFields> items = fields.requiredObjects(ACCOUNTS, 2);
    List<WantedHalf> halves = new ArrayList<>();
    for (JsonFields item : items) {
      TradingAccount account = item.required("accountId", this::account);
      List<WantedAllocation> wanted =
          PostingReader.allocations(item.requiredObjects("allocations", bounds.lines()));
      item.refuseOthers();
      if (account != null) {
        halves.add(new WantedHalf(account, wanted));
      }
    }
    if (items.size() == 1) {
      fields.fault(ACCOUNTS, "out-of-range", "a set-off names two accounts, not one");
    }
    if (halves.size() == 2) {
      checkPair(fields, halves.get(0), halves.get(1));
    }
    return halves;
  }

  private void checkPair(JsonFields fields, WantedHalf one, WantedHalf other) {
    if (one.account().equals(other.account())) {
      fields.fault(ACCOUNTS, "duplicate", "a set-off names two accounts, not one twice");
    } else if (!agreement.areReciprocal(one.account(), other.account())) {
      fields.fault(
          ACCOUNTS,
          "not-reciprocal",
          "who supplies on one of the accounts must buy on the other, and the other way round");
    } else if (!one.amount().equals(other.amount())) {
      fields.fault(
          ACCOUNTS,
          "amounts-differ",
          "a set-off nets equal amounts: %s of %s is not %s of %s"
              .formatted(one.amount(), one.account().id(), other.amount(), other.account().id()));
    }
  }

  private TradingAccount account(String text) {
    return agreement
        .account(new AccountId(text))
        .orElseThrow(
            () ->
                new UntakenValueException(
                    Codes.UNKNOWN_ACCOUNT, "the agreement has no account " + text));
  }
}
