package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;
import tradecredit.support.Client;
import tradecredit.support.Json;

/** Plays steps on a service and on the model beside it, and compares them after each. */
final class DeskRun {

  static final List<String> VERDICTS = List.of("approved", "approved", "declined", "withdrawn");

  private final DeskModel model;
  private final String account;
  private final String product;
  private final Client admin;
  private final Client clerk;
  private final Client controller;
  private final Client secondController;
  private final Client buyer;
  private final List<String> invoiceIds = new ArrayList<>();
  private final List<String> paymentIds = new ArrayList<>();
  private final List<String> noteIds = new ArrayList<>();
  private final List<String> disputeIds = new ArrayList<>();
  private final List<String> writeOffIds = new ArrayList<>();
  private final List<String> amendmentIds = new ArrayList<>();
  private final DeskWatch watch;
  private final SetOffSteps setOffs;
  private final Map<String, Integer> met = new TreeMap<>();
  private int number;

  /** On Kattosko's account, which requires good standing, or on Auxer's, which does not. */
  DeskRun(Client client, boolean requiresGoodStanding) {
    String supplier = requiresGoodStanding ? "kattosko" : "auxer-telecom";
    model = new DeskModel(requiresGoodStanding);
    account = requiresGoodStanding ? Client.KATTOSKO : Client.AUXER;
    product = requiresGoodStanding ? "original" : "auxer-direct";
    admin = client.as("operator-admin");
    clerk = client.as(supplier + "-clerk");
    controller = client.as(supplier + "-controller");
    buyer = client.as((requiresGoodStanding ? "auxer-telecom" : "kattosko") + "-controller");
    watch = new DeskWatch(model, clerk, account);
    setOffs = new SetOffSteps(this, model, client);
    secondController =
        client.with(
            client
                .as(supplier + "-admin")
                .post("/v1/api-keys", "{\"roles\":[\"controller\"]}")
                .json()
                .get("key")
                .asText());
  }

  /** How often each answer was met. */
  Map<String, Integer> met() {
    return met;
  }

  void play(DeskStep step) {
    switch (step.kind()) {
      case INVOICE, DELIVERED -> invoice(step);
      case PAYMENT, PAYMENT_TO -> payment(step);
      case RETURN -> paymentReturn(step);
      case REALLOCATION -> reallocation(step, "/payments/", model.payments, paymentIds);
      case NOTE_REALLOCATION -> reallocation(step, "/credit-notes/", model.notes, noteIds);
      case CREDIT_NOTE -> creditNote(step);
      case WRITE_OFF -> writeOff(step);
      case WRITE_OFF_DECISION -> writeOffDecision(step);
      case DISPUTE -> dispute(step);
      case RESOLUTION -> resolution(step);
      case HOLD ->
          expect(model.hold(), controller, "POST", "/hold", "{\"reason\":\"looked into\"}", null);
      case LIFT -> expect(model.lift(), controller, "DELETE", "/hold", null, null);
      case ACKNOWLEDGEMENT -> acknowledgement(step);
      case AMENDMENT -> amendment(step);
      case AMENDMENT_DECISION -> amendmentDecision(step);
      case SET_OFF -> setOffs.propose(step, wanted(step));
      case SET_OFF_DECISION -> setOffs.decide(step);
      case NEXT_DAY -> {
        model.turnTo(model.today.plusDays(1 + step.choice() % 9));
        assertThat(admin.businessDate(model.today.toString()).status()).isEqualTo(200);
      }
    }
    watch.compare();
    if (step.choice() % 12 == 0) {
      watch.askOfThePast(step);
    }
  }

  /** What must hold when all is played. */
  void end() {
    watch.end();
  }

  void expect(
      @Nullable String refusal,
      Client who,
      String method,
      String path,
      @Nullable String body,
      @Nullable List<String> ids) {
    String key = "k-" + ++number;
    String whole = path.startsWith("/v1") ? path : account + path;
    Client.Answer answer = who.send(method, whole, key, body, "Content-Type", "application/json");
    String told = answer.status() < 300 ? "accepted" : answer.code();
    String act = path.replaceAll("/[0-9a-f-]{36}", "/{}").replaceAll("/[0-9]+/", "/{}/");
    met.merge(method + " " + act + " " + told, 1, Integer::sum);
    assertThat(told)
        .as("%s %s %s -> %s", method, path, body, answer)
        .isEqualTo(refusal == null ? "accepted" : refusal);
    if (refusal == null && ids != null) {
      ids.add(answer.json().get("id").asText());
    }
    if (number % 10 == 0) {
      Client.Answer again = who.send(method, whole, key, body, "Content-Type", "application/json");
      assertThat(again.text()).as("the answer once more").isEqualTo(answer.text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
    }
  }

  static <T> @Nullable T pick(List<T> all, int pick) {
    return all.isEmpty() ? null : all.get(pick % all.size());
  }

  /** A place among the last three, so that what is new is decided before it is old. */
  static int recent(List<?> all, int pick) {
    return all.isEmpty() ? 0 : all.size() - 1 - pick % Math.min(3, all.size());
  }

  static String money(long cents) {
    return Money.ofCents(cents).toString();
  }

  private LocalDate date(DeskStep step) {
    return model.today.minusDays(step.days());
  }

  /** A new name, and now and then one that is taken. */
  private static String name(String kind, DeskStep step, int taken) {
    boolean again = step.choice() % 15 == 0 && taken > 0;
    return kind + "-" + (again ? step.pick() % taken : taken);
  }

  private void invoice(DeskStep step) {
    boolean delivered = step.kind() == DeskStep.Kind.DELIVERED;
    String name = name("I", step, model.invoices.size());
    String refusal = model.invoice(name, date(step), step.amount(), delivered);
    String body = Json.invoice(name, date(step).toString(), product, money(step.amount()));
    expect(
        refusal,
        delivered ? controller : clerk,
        "POST",
        "/invoices",
        delivered
            ? body.replace("\"lines\"", "\"alreadyDelivered\":{\"reason\":\"sent\"},\"lines\"")
            : body,
        invoiceIds);
  }

  private Map<String, Long> wanted(DeskStep step) {
    Map<String, Long> wanted = new LinkedHashMap<>();
    for (int i = 0; i <= step.choice() % 2; i++) {
      DeskFigures.Invoice invoice = pick(model.invoices, step.pick() + i * 7);
      if (invoice != null) {
        long part = step.amount() / (2 + i);
        boolean fits = step.choice() % 3 != 0;
        wanted.put(invoice.number, Math.max(1, fits ? Math.min(invoice.free(), part) : part));
      }
    }
    if (step.choice() % 17 == 0) {
      wanted.put("NONE", 1L);
    }
    return wanted;
  }

  static String allocations(Map<String, Long> wanted) {
    List<String> items =
        wanted.entrySet().stream()
            .map(
                one ->
                    "{\"invoiceNumber\":\"%s\",\"amount\":\"%s\"}"
                        .formatted(one.getKey(), money(one.getValue())))
            .toList();
    return "[" + String.join(",", items) + "]";
  }

  private void payment(DeskStep step) {
    String name = name("P", step, model.payments.size());
    Map<String, Long> wanted = step.kind() == DeskStep.Kind.PAYMENT ? null : wanted(step);
    String refusal = model.payment(name, date(step), step.amount(), wanted);
    String date = date(step).toString();
    expect(
        refusal,
        clerk,
        "POST",
        "/payments",
        wanted == null
            ? Json.payment(name, date, money(step.amount()))
            : Json.payment(name, date, money(step.amount()), allocations(wanted)),
        paymentIds);
  }

  private void paymentReturn(DeskStep step) {
    int place = step.choice() % 2 == 0 ? step.pick() : recent(model.payments, step.pick());
    DeskFigures.Credit payment = pick(model.payments, place);
    if (payment == null) {
      return;
    }
    LocalDate date = model.today.minusDays(step.days() * 3L);
    String path = "/payments/" + pick(paymentIds, place) + "/return";
    String body = "{\"returnedDate\":\"%s\",\"reason\":\"bounced\"}".formatted(date);
    expect(model.paymentReturn(payment, date), clerk, "POST", path, body, null);
  }

  private void reallocation(
      DeskStep step, String list, List<DeskFigures.Credit> credits, List<String> ids) {
    DeskFigures.Credit credit = pick(credits, step.pick());
    if (credit == null) {
      return;
    }
    Map<String, Long> wanted = wanted(step);
    String path = list + pick(ids, step.pick()) + "/allocations";
    String body = "{\"allocations\":" + allocations(wanted) + "}";
    expect(model.reallocation(credit, wanted), clerk, "POST", path, body, null);
  }

  private void creditNote(DeskStep step) {
    String name = "C-" + (step.choice() % 15 == 0 ? step.pick() % 5 : 5 + number);
    DeskFigures.Invoice invoice = step.choice() % 2 == 0 ? null : pick(model.invoices, step.pick());
    long amount = Math.max(1, step.amount() / 4);
    String against = invoice == null ? null : invoice.number;
    String body =
        "{\"number\":\"%s\",\"creditDate\":\"%s\",\"reason\":\"short\",\"amount\":\"%s\"%s}"
            .formatted(
                name,
                date(step),
                money(amount),
                against == null ? "" : ",\"invoiceNumber\":\"" + against + "\"");
    expect(
        model.creditNote(name, date(step), amount, against),
        clerk,
        "POST",
        "/credit-notes",
        body,
        noteIds);
  }

  private void writeOff(DeskStep step) {
    DeskFigures.Invoice invoice = pick(model.invoices, step.pick());
    String name = invoice == null ? "NONE" : invoice.number;
    long free = invoice == null ? 0 : invoice.free();
    long amount =
        step.choice() % 3 == 0 ? step.amount() : Math.max(1, Math.min(free, step.amount() / 4));
    String body =
        "{\"invoiceNumber\":\"%s\",\"amount\":\"%s\",\"reason\":\"lost\"}"
            .formatted(name, money(amount));
    expect(model.writeOff(name, amount), controller, "POST", "/write-offs", body, writeOffIds);
  }

  static String decision(String verdict) {
    return "{\"decision\":\"" + verdict + "\"}";
  }

  private void writeOffDecision(DeskStep step) {
    DeskFigures.WriteOff writeOff = pick(model.writeOffs, step.pick());
    if (writeOff == null) {
      return;
    }
    String verdict = VERDICTS.get(step.choice() % 4);
    boolean proposer = step.days() % 2 != 0;
    expect(
        model.decide(writeOff, verdict, proposer),
        proposer ? controller : secondController,
        "POST",
        "/write-offs/" + pick(writeOffIds, step.pick()) + "/approval",
        decision(verdict),
        null);
  }

  private void dispute(DeskStep step) {
    DeskFigures.Invoice invoice = pick(model.invoices, step.pick());
    if (invoice == null) {
      return;
    }
    long wanted =
        switch (step.choice() % 3) {
          case 0 -> 0;
          case 1 -> step.amount();
          default -> Math.max(1, Math.min(invoice.free(), step.amount() / 2));
        };
    boolean cards = step.choice() % 2 == 0;
    long first = cards ? 1 + step.choice() % 60 : 0;
    long last = cards ? first + step.pick() % 20 : 0;
    String body =
        "{\"reason\":\"dead\"%s%s}"
            .formatted(
                wanted == 0 ? "" : ",\"amount\":\"" + money(wanted) + "\"",
                cards
                    ? ",\"cards\":[{\"first\":\"AD-%05d\",\"last\":\"AD-%d\"}]"
                        .formatted(first, last)
                    : "");
    expect(
        model.dispute(invoice, wanted, first, last),
        buyer,
        "POST",
        "/invoices/" + pick(invoiceIds, step.pick()) + "/disputes",
        body,
        disputeIds);
  }

  private void resolution(DeskStep step) {
    DeskFigures.Dispute dispute = pick(model.disputes, step.pick());
    if (dispute == null) {
      return;
    }
    boolean upheld = step.choice() % 2 == 0;
    long wanted = step.choice() % 3 == 0 || !upheld ? 0 : Math.max(1, step.amount() / 3);
    String body =
        "{\"outcome\":\"%s\"%s}"
            .formatted(
                upheld ? "upheld" : "rejected",
                wanted == 0 ? "" : ",\"amount\":\"" + money(wanted) + "\"");
    expect(
        model.resolve(dispute, upheld, wanted),
        controller,
        "POST",
        "/disputes/" + pick(disputeIds, step.pick()) + "/resolution",
        body,
        null);
  }

  private void acknowledgement(DeskStep step) {
    int breaches = model.acknowledged.size();
    if (breaches == 0) {
      return;
    }
    int breach = step.pick() % breaches;
    expect(
        model.acknowledge(breach),
        controller,
        "POST",
        "/breaches/" + (breach + 1) + "/acknowledgement",
        "{\"note\":\"seen\"}",
        null);
  }

  private void amendment(DeskStep step) {
    boolean bySupplier = step.choice() % 2 == 0;
    Integer netDays = step.choice() % 4 == 0 ? Integer.valueOf(step.choice() % 30) : null;
    Long limit = step.choice() % 3 == 0 && netDays != null ? null : Long.valueOf(step.amount() * 6);
    LocalDate from =
        model.today.plusDays(step.days() + step.pick() % 5 + (step.choice() % 12 == 0 ? 20 : 0));
    String body =
        "{\"effectiveDate\":\"%s\",\"reason\":\"why not\"%s%s}"
            .formatted(
                from,
                limit == null ? "" : ",\"creditLimit\":\"" + money(limit) + "\"",
                netDays == null ? "" : ",\"netDays\":" + netDays);
    expect(
        model.amend(new DeskFigures.Amendment(bySupplier, from, limit, netDays)),
        bySupplier ? controller : buyer,
        "POST",
        "/terms-amendments",
        body,
        amendmentIds);
  }

  private void amendmentDecision(DeskStep step) {
    int place = recent(model.amendments, step.pick());
    DeskFigures.Amendment amendment = pick(model.amendments, place);
    if (amendment == null) {
      return;
    }
    String verdict = VERDICTS.get(step.choice() % 4);
    boolean bySupplier = step.amount() % 10_000 == 0;
    expect(
        model.decide(amendment, verdict, bySupplier),
        bySupplier ? controller : buyer,
        "POST",
        "/terms-amendments/" + pick(amendmentIds, place) + "/approval",
        decision(verdict),
        null);
  }
}
