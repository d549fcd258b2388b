package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tradecredit.money.Money;
import tradecredit.support.Client;
import tradecredit.support.Json;

/** Compares the figures of a service with the model's, and keeps what it said of the past. */
final class DeskWatch {

  private final DeskModel model;
  private final Client clerk;
  private final String account;
  private final List<Asked> asked = new ArrayList<>();

  /** A question about the past with its answer, which may never change. */
  private record Asked(String path, String answer) {}

  DeskWatch(DeskModel model, Client clerk, String account) {
    this.model = model;
    this.clerk = clerk;
    this.account = account;
  }

  private static String money(long cents) {
    return Money.ofCents(cents).toString();
  }

  void compare() {
    JsonNode balance = clerk.get(account + "/balance").json();
    assertThat(balance.get("balance").asText()).isEqualTo(money(model.balance()));
    assertThat(balance.get("pastDue").asText()).as("past due").isEqualTo(money(model.pastDue()));
    assertThat(balance.get("disputed").asText()).as("disputed").isEqualTo(money(model.disputed()));
    assertThat(balance.get("unappliedCredit").asText())
        .as("unapplied credit")
        .isEqualTo(money(model.unapplied()));
    assertThat(balance.get("creditLimit").asText())
        .isEqualTo(money(model.termsOn(model.today).limit()));
    assertThat(balance.get("sequence").asInt()).isEqualTo(model.entries.size());
    Map<String, String> reasons = new TreeMap<>();
    balance
        .get("standingReasons")
        .forEach(one -> reasons.put(one.get("code").asText(), one.get("amount").asText()));
    assertThat(reasons).isEqualTo(reasons());
    assertThat(since("/standing")).as("since when").isEqualTo(since(model.today));
  }

  private String since(String path) {
    return clerk.get(account + path).json().get("since").asText();
  }

  private String since(LocalDate day) {
    return String.valueOf(model.since(day));
  }

  private Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    Map.of(
            "past-due", model.pastDue(),
            "over-limit", model.overLimit(),
            "returned-payment", model.shortfall)
        .forEach(
            (code, amount) -> {
              if (amount > 0) {
                reasons.put(code, money(amount));
              }
            });
    return reasons;
  }

  /** Asks for a day as it is known now; and the balance of that day must be the model's. */
  void askOfThePast(DeskStep step) {
    LocalDate day = pastDay(step);
    assertThat(clerk.get(account + "/balance?asOf=" + day).json().get("balance").asText())
        .as("balance as of %s", day)
        .isEqualTo(money(model.balanceAsOf(day)));
    assertThat(since("/standing?asOf=" + day)).as("since when on %s", day).isEqualTo(since(day));
    provenByItsInvoices(day);
    String moment = "asOf=" + day + "&knownAt=" + Instant.now();
    for (String question : List.of("/balance?", "/aging?", "/aging?basis=invoiceDate&")) {
      assertThat(clerk.get(account + question + moment).json())
          .as("%s%s is what is known of the day now", question, moment)
          .isEqualTo(clerk.get(account + question + "asOf=" + day).json());
    }
    for (String question :
        List.of("/balance?", "/aging?", "/aging?basis=invoiceDate&", "/entries?limit=200&")) {
      String path = account + question + moment;
      asked.add(new Asked(path, clerk.get(path).text()));
    }
  }

  /** Any of the last forty, and as often a day on which something is due, which is not yet late. */
  private LocalDate pastDay(DeskStep step) {
    List<LocalDate> due =
        model.invoices.stream()
            .map(invoice -> invoice.due)
            .filter(day -> !day.isAfter(model.today))
            .toList();
    return step.pick() % 2 == 0 || due.isEmpty()
        ? model.today.minusDays(step.pick() % 40)
        : due.get(step.pick() % due.size());
  }

  /** What a day's standing names, where it is past due, comes to what is past due. */
  private void provenByItsInvoices(LocalDate day) {
    for (JsonNode reason : clerk.get(account + "/standing?asOf=" + day).json().get("reasons")) {
      JsonNode evidence = reason.get("evidence");
      if (reason.get("code").asText().equals("past-due") && evidence.size() < 100) {
        long named = 0;
        for (JsonNode invoice : evidence) {
          named += Money.parse(invoice.get("amount").asText()).cents();
        }
        assertThat(money(named))
            .as("the invoices that were late on %s", day)
            .isEqualTo(reason.get("amount").asText());
      }
    }
  }

  /** What must hold when all is played. */
  void end() {
    for (Asked one : asked) {
      assertThat(clerk.get(one.path()).text()).as(one.path()).isEqualTo(one.answer());
    }
    Client.Answer last =
        clerk.post(account + "/payments", Json.payment("LAST", model.today.toString(), "0.01"));
    assertThat(last.status()).as(last.toString()).isEqualTo(201);
    model.payment("LAST", model.today, 1, null);
    JsonNode breaches = clerk.get(account + "/breaches?limit=200").json().get("items");
    assertThat(breaches.size()).as("breaches").isEqualTo(Math.min(200, model.acknowledged.size()));
    for (int i = 0; i < breaches.size(); i++) {
      assertThat(breaches.get(i).get("acknowledgement").isObject())
          .as("breach %d is acknowledged", i + 1)
          .isEqualTo(model.acknowledged.get(i));
    }
    assertThat(toldOfPastDue())
        .as("what fell past due, by the end of a day or by an act")
        .isEqualTo(model.fellPastDue);
    assertThat(credits("/payments", "reference")).isEqualTo(inWords(model.payments));
    assertThat(credits("/credit-notes", "number")).isEqualTo(inWords(model.notes));
    everythingCanBeRead();
  }

  /** Every credit page by page, and each again by itself; those of disputes are their own. */
  private List<String> credits(String list, String name) {
    List<String> credits = new ArrayList<>();
    for (JsonNode credit : clerk.items(account + list + "?limit=7")) {
      String path = account + list + "/" + credit.get("id").asText();
      assertThat(clerk.get(path).json()).as(path).isEqualTo(credit);
      if (!credit.path("disputeResolutionId").isTextual()) {
        credits.add(inWords(credit, name));
      }
    }
    return credits;
  }

  private static String inWords(JsonNode credit, String name) {
    Map<String, String> applied = new TreeMap<>();
    credit
        .get("allocations")
        .forEach(one -> applied.put(one.get("invoiceNumber").asText(), one.get("amount").asText()));
    return "%s %s %s %s %s"
        .formatted(
            credit.get(name).asText(),
            credit.get("amount").asText(),
            credit.get("unappliedCredit").asText(),
            applied,
            credit.path("returned").isObject());
  }

  private static List<String> inWords(List<DeskFigures.Credit> credits) {
    return credits.stream().map(DeskWatch::inWords).toList();
  }

  private static String inWords(DeskFigures.Credit credit) {
    Map<String, String> applied = new TreeMap<>();
    credit.applied.forEach((invoice, part) -> applied.put(invoice.number, money(part.amount())));
    return "%s %s %s %s %s"
        .formatted(
            credit.reference,
            money(credit.amount),
            money(credit.unapplied()),
            applied,
            credit.returned);
  }

  private List<String> toldOfPastDue() {
    List<String> told = new ArrayList<>();
    String after = "0";
    while (!after.equals("null")) {
      JsonNode page = clerk.get(account + "/events?limit=200&after=" + after).json();
      for (JsonNode event : page.get("items")) {
        if (event.get("type").asText().equals("invoice.past_due")) {
          Money amount = Money.parse(event.at("/data/amount").asText());
          told.add(event.at("/data/invoiceNumber").asText() + " " + amount.cents());
        }
      }
      after = page.get("nextCursor").asText();
    }
    return told;
  }

  private void everythingCanBeRead() {
    for (String list :
        List.of(
            "/disputes",
            "/write-offs",
            "/terms-amendments",
            "/standing-changes",
            "/events",
            "/invoices",
            "/invoices?status=open",
            "/invoices?status=disputed",
            "/invoices?status=pastDue",
            "/decisions",
            "/standing",
            "/terms")) {
      String path = account + list;
      Client.Answer answer = clerk.get(path);
      assertThat(answer.status()).as("%s -> %s", path, answer).isEqualTo(200);
    }
  }
}
