package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tradecredit.support.Client;
import tradecredit.support.Json;

/**
 * The set-offs of a random test. On the other account each proposal gets an invoice of its own,
 * recorded by a controller, so that nothing there ever stands against it.
 */
final class SetOffSteps {

  private final DeskRun run;
  private final DeskModel model;
  private final Client supplier;
  private final Client buyer;
  private final String account;
  private final String otherAccount;
  private final String otherProduct;
  private final List<String> ids = new ArrayList<>();
  private int number;

  /** On the account that {@code model} is of: Kattosko's, if it requires good standing. */
  SetOffSteps(DeskRun run, DeskModel model, Client client) {
    boolean kattoskos = model.requiresGoodStanding;
    this.run = run;
    this.model = model;
    supplier = client.as((kattoskos ? "kattosko" : "auxer-telecom") + "-controller");
    buyer = client.as((kattoskos ? "auxer-telecom" : "kattosko") + "-controller");
    account = kattoskos ? Client.KATTOSKO : Client.AUXER;
    otherAccount = kattoskos ? Client.AUXER : Client.KATTOSKO;
    otherProduct = kattoskos ? "auxer-direct" : "original";
  }

  void propose(DeskStep step, Map<String, Long> parts) {
    if (parts.isEmpty()) {
      return;
    }
    boolean bySupplier = step.choice() % 2 == 0;
    DeskFigures.SetOff setOff = new DeskFigures.SetOff(parts, bySupplier);
    String body = proposal(DeskRun.allocations(parts), DeskRun.money(setOff.amount()));
    run.expect(
        model.setOff(setOff),
        bySupplier ? supplier : buyer,
        "POST",
        SetOffTest.SET_OFFS,
        body,
        ids);
  }

  /** A proposal whose other half is just made. */
  private String proposal(String allocations, String amount) {
    String name = "OTHER-" + ++number;
    Client.Answer invoice =
        buyer.post(
            otherAccount + "/invoices",
            Json.invoice(name, model.today.toString(), otherProduct, amount)
                .replace("\"lines\"", "\"alreadyDelivered\":{\"reason\":\"sent\"},\"lines\""));
    assertThat(invoice.status()).as(invoice.toString()).isEqualTo(201);
    return """
        {"reason":"netting","accounts":[
          {"accountId":"%s","allocations":%s},
          {"accountId":"%s","allocations":[{"invoiceNumber":"%s","amount":"%s"}]}]}"""
        .formatted(id(account), allocations, id(otherAccount), name, amount);
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  void decide(DeskStep step) {
    int place = DeskRun.recent(model.setOffs, step.pick());
    DeskFigures.SetOff setOff = DeskRun.pick(model.setOffs, place);
    if (setOff == null) {
      return;
    }
    String verdict = DeskRun.VERDICTS.get(step.choice() % 4);
    boolean bySupplier = step.amount() % 10_000 == 0;
    run.expect(
        model.decide(setOff, verdict, bySupplier),
        bySupplier ? supplier : buyer,
        "POST",
        SetOffTest.SET_OFFS + "/" + DeskRun.pick(ids, place) + "/approval",
        DeskRun.decision(verdict),
        null);
  }
}
