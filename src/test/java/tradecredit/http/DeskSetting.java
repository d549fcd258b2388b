package tradecredit.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;
import tradecredit.support.Json;

/**
 * What the acts of the credit desk are about, made anew for each request, so that what is answered
 * depends on who asks alone.
 */
final class DeskSetting {

  private static final String ACCOUNT = Client.AUXER;
  private static final String DAY = "2001-05-16";
  private static final String SET_OFFS = "/v1/agreements/clifton-telecard-2001/set-offs";

  private static final String NOTE_PAYMENTS =
      "/v1/agreements/clifton-telecard-2001/promissory-note/payments";

  private final Client clerk;
  private final Client controller;
  private final Client buyer;
  private final AtomicInteger number = new AtomicInteger();
  private final Client clerkOfTheOther;
  private String lastInvoice = "";
  private String lastSetOff = "";

  /** With a breach that is cured already, so that the limit stands in nobody's way. */
  DeskSetting(Client client) {
    clerk = client.as("auxer-telecom-clerk");
    controller = client.as("auxer-telecom-controller");
    buyer = client.as("kattosko-controller");
    clerkOfTheOther = client.as("kattosko-clerk");
    controller.post(
        ACCOUNT + "/invoices",
        Json.auxerInvoice("BREACH", DAY, "60000.00")
            .replace("\"lines\"", "\"alreadyDelivered\":{\"reason\":\"sent\"},\"lines\""));
    clerk.post(ACCOUNT + "/payments", Json.payment("CURE", DAY, "60000.00"));
  }

  void before(String operation) {
    if (operation.startsWith("DELETE") && operation.endsWith("/hold")) {
      controller.post(ACCOUNT + "/hold", "{\"reason\":\"for a moment\"}");
    }
  }

  void after(String operation) {
    if (operation.endsWith("/hold")) {
      controller.send("DELETE", ACCOUNT + "/hold", "lift-" + number.incrementAndGet(), null);
    }
  }

  private String name() {
    return "D-" + number.incrementAndGet();
  }

  private static String id(Client.Answer answer) {
    return answer.json().get("id").asText();
  }

  private String invoice() {
    lastInvoice = name();
    return id(clerk.post(ACCOUNT + "/invoices", Json.auxerInvoice(lastInvoice, DAY, "0.10")));
  }

  /** The path with ids of what was just made. */
  String path(String path) {
    if (path.contains("{paymentId}")) {
      String payments = path.contains("/promissory-note/") ? NOTE_PAYMENTS : ACCOUNT + "/payments";
      return path.replace(
          "{paymentId}", id(clerk.post(payments, Json.payment(name(), DAY, "0.10"))));
    }
    if (path.contains("{creditNoteId}")) {
      return path.replace(
          "{creditNoteId}", id(clerk.post(ACCOUNT + "/credit-notes", creditNote())));
    }
    if (path.contains("{disputeId}")) {
      return path.replace(
          "{disputeId}",
          id(
              buyer.post(
                  ACCOUNT + "/invoices/" + invoice() + "/disputes", "{\"reason\":\"dead\"}")));
    }
    if (path.contains("{writeOffId}")) {
      invoice();
      return path.replace(
          "{writeOffId}", id(controller.post(ACCOUNT + "/write-offs", writeOff(lastInvoice))));
    }
    if (path.contains("{amendmentId}")) {
      return path.replace(
          "{amendmentId}", id(controller.post(ACCOUNT + "/terms-amendments", amendment())));
    }
    if (path.contains("{setOffId}")) {
      return path.replace("{setOffId}", id(controller.post(SET_OFFS, setOff())));
    }
    if (path.endsWith("/set-offs")) {
      lastSetOff = setOff();
    }
    if (path.endsWith("/write-offs")) {
      invoice();
    }
    return path.endsWith("/disputes") && path.contains("{invoiceId}")
        ? path.replace("{invoiceId}", invoice())
        : path.replace("{breachId}", "1");
  }

  private String setOff() {
    invoice();
    String ours = lastInvoice;
    clerkOfTheOther.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice(ours, DAY, "0.10"));
    return """
        {"reason":"netting","accounts":[
          {"accountId":"auxer-to-kattosko","allocations":[{"invoiceNumber":"%s","amount":"0.01"}]},
          {"accountId":"kattosko-to-seller","allocations":[{"invoiceNumber":"%s","amount":"0.01"}]}]}"""
        .formatted(ours, ours);
  }

  private String creditNote() {
    return "{\"number\":\"%s\",\"creditDate\":\"%s\",\"reason\":\"short\",\"amount\":\"0.01\"}"
        .formatted(name(), DAY);
  }

  private static String writeOff(String invoice) {
    return "{\"invoiceNumber\":\"%s\",\"amount\":\"0.01\",\"reason\":\"too little\"}"
        .formatted(invoice);
  }

  private static String amendment() {
    return "{\"effectiveDate\":\"%s\",\"reason\":\"why not\",\"netDays\":22}".formatted(DAY);
  }

  /** A good body for an act of the desk; null where the operation is none. */
  @Nullable String body(String operation) {
    String act =
        operation
            .replace("POST /v1/accounts/{accountId}", "")
            .replace("POST /v1/agreements/{agreementId}", "");
    return switch (act) {
      case "/payments/{paymentId}/return", "/promissory-note/payments/{paymentId}/return" ->
          "{\"returnedDate\":\"" + DAY + "\",\"reason\":\"bounced\"}";
      case "/payments/{paymentId}/allocations" -> "{\"allocations\":[]}";
      case "/credit-notes/{creditNoteId}/allocations" -> "{\"allocations\":[]}";
      case "/credit-notes" -> creditNote();
      case "/write-offs" -> writeOff(lastInvoice);
      case "/set-offs" -> lastSetOff;
      case "/write-offs/{writeOffId}/approval",
          "/set-offs/{setOffId}/approval",
          "/terms-amendments/{amendmentId}/approval" ->
          "{\"decision\":\"declined\"}";
      case "/invoices/{invoiceId}/disputes" -> "{\"reason\":\"dead\"}";
      case "/disputes/{disputeId}/resolution" -> "{\"outcome\":\"rejected\"}";
      case "/hold" -> "{\"reason\":\"for a moment\"}";
      case "/breaches/{breachId}/acknowledgement" -> "{\"note\":\"seen\"}";
      case "/terms-amendments" -> amendment();
      default -> null;
    };
  }
}
