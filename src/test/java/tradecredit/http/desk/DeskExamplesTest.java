package tradecredit.http.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.http.Examples.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * The examples of the credit desk in the OpenAPI document are played in their order; the service
 * answers what they say. Only instants and the ids of keys differ from run to run.
 */
public class DeskExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> INSTANTS = List.of("decidedAt", "recordedAt", "timestamp");
  private static final String A = Client.AUXER;
  private static final String CLERK = "auxer-telecom-clerk";
  private static final String CONTROLLER = "auxer-telecom-controller";
  private static final String BUYER = "kattosko-controller";
  private static final String DAY = "2001-06-01";

  private final List<Step> steps = new ArrayList<>();

  /** One request and what must come of it. */
  public record Step(
      String who,
      String method,
      String path,
      @Nullable String body,
      int status,
      @Nullable String example) {

    public Client.Answer play(Client client, int number) {
      Client as = client.as(who);
      return method.equals("GET")
          ? as.get(path)
          : as.send(method, path, "k-" + number, body, "Content-Type", "application/json");
    }
  }

  @Test
  void every_example_of_the_desk_is_what_the_service_answers() throws IOException {
    try (Service service = Service.on(TestDatabase.H2)) {
      List<Step> all = steps();
      for (int i = 0; i < all.size(); i++) {
        Step step = all.get(i);
        Client.Answer answer = step.play(service.client(), i);
        assertThat(answer.status()).as("%s -> %s", step, answer).isEqualTo(step.status());
        if (step.example() != null) {
          assertThat(masked(answer.text()))
              .as("%s %s", step.method(), step.path())
              .isEqualTo(masked(step.example()));
        }
      }
      Invariants.hold(service.database());
    }
  }

  private static String masked(String text) throws IOException {
    return masked(JSON.readTree(text)).toPrettyString().replaceAll("/key:[a-z0-9]{8}", "/key:...");
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      INSTANTS.stream().filter(object::has).forEach(name -> object.put(name, "..."));
    }
    node.forEach(DeskExamplesTest::masked);
    return node;
  }

  /** All steps, in their order. */
  public List<Step> steps() {
    before();
    returns();
    creditNotes();
    writeOffs();
    disputes();
    holds();
    breaches();
    terms();
    standing();
    credits();
    return List.copyOf(steps);
  }

  private void post(String who, String path, String body, int status, @Nullable String example) {
    steps.add(new Step(who, "POST", A + path, body, status, example));
  }

  private void get(String path, int status, String example) {
    steps.add(new Step("auxer-telecom-finance", "GET", A + path, null, status, example));
  }

  private static String payment(int sequence) {
    return "/payments/8d736a79-42c3-8002-8000-00000000000" + sequence;
  }

  private void date(String day) {
    steps.add(
        new Step(
            "operator-admin", "PUT", "/v1/business-date", "{\"date\":\"" + day + "\"}", 200, null));
  }

  private void before() {
    date(DAY);
    post(CLERK, "/invoices", example("invoice"), 201, null);
    post(CLERK, "/invoices", Json.auxerInvoice("AT-1002", DAY, "14000.00"), 201, null);
    post(CLERK, "/payments", example("payment"), 201, null);
  }

  private void returns() {
    String bounced = example("paymentReturn");
    String anew = example("paymentReallocation");
    String checks = payment(3);
    post(CLERK, checks + "/return", bounced, 201, example("paymentReturned"));
    post(
        CLERK,
        checks + "/return",
        "{\"returnedDate\": \"2001-06-01\"}",
        400,
        example("paymentReturnMalformed"));
    post(CLERK, checks + "/return", bounced, 409, example("paymentAlreadyReturned"));
    post(CLERK, checks + "/allocations", anew, 409, example("paymentReallocationReturned"));
    post(CLERK, payment(9) + "/return", bounced, 404, example("noPayment"));
    post(CLERK, "/payments", example("paymentAllocated"), 201, null);
    String wire = payment(5);
    post(
        CLERK,
        wire + "/return",
        bounced.replace("2001-06-01", "2001-05-31"),
        422,
        example("paymentReturnedBeforeReceived"));
    post(
        CLERK,
        wire + "/allocations",
        anew.replace("5000.00", "6000.00"),
        422,
        example("paymentReallocationExceeds"));
    post(CLERK, wire + "/allocations", "{}", 400, example("paymentReallocationMalformed"));
    post(CLERK, wire + "/allocations", anew, 201, example("paymentReallocated"));
  }

  private void creditNotes() {
    String note = example("creditNote");
    post(CLERK, "/credit-notes", note, 201, example("creditNotePosted"));
    post(CLERK, "/credit-notes", note, 409, example("creditNoteTaken"));
    post(
        CLERK,
        "/credit-notes",
        note.replace("CR-77", "CN-12"),
        400,
        example("creditNoteMalformed"));
    post(
        CLERK,
        "/credit-notes",
        note.replace("CR-77", "CR-78").replace("250.00", "20000.00"),
        422,
        example("creditNoteExceeds"));
  }

  private void writeOffs() {
    String writeOff = example("writeOff");
    post(CONTROLLER, "/write-offs", writeOff, 201, example("writeOffProposed"));
    post(
        CONTROLLER,
        "/write-offs",
        "{\"amount\": \"17.55\", \"reason\": \"Not worth collecting\"}",
        400,
        example("writeOffMalformed"));
    post(
        CONTROLLER,
        "/write-offs",
        writeOff.replace("17.55", "99999.00"),
        422,
        example("writeOffExceeds"));
    String approval = "/write-offs/8d736a79-42c3-8006-8000-000000000008/approval";
    post(
        CONTROLLER,
        approval,
        "{\"decision\": \"approved\"}",
        422,
        example("writeOffApprovalByProposer"));
    post(
        CONTROLLER, approval, "{\"decision\": \"yes\"}", 400, example("writeOffApprovalMalformed"));
    post(CONTROLLER, approval, example("writeOffWithdrawal"), 201, example("writeOffWithdrawn"));
    post(CONTROLLER, approval, example("writeOffWithdrawal"), 409, example("writeOffDecided"));
    get("/write-offs", 200, example("writeOffs"));
  }

  private void disputes() {
    String first = "/invoices/8d736a79-42c3-8001-8000-000000000001/disputes";
    String second = "/invoices/8d736a79-42c3-8001-8000-000000000002/disputes";
    String dispute = example("dispute");
    post(BUYER, second, dispute, 201, example("disputeOpened"));
    post(
        BUYER, second, dispute.replace("AD-001059", "AD-000001"), 400, example("disputeMalformed"));
    post(BUYER, first, dispute, 422, example("cardsInDispute"));
    post(
        BUYER,
        second,
        "{\"amount\": \"99999.00\", \"reason\": \"They do not connect\"}",
        422,
        example("disputeExceeds"));
    String path = "/disputes/8d736a79-42c3-8008-8000-00000000000a";
    String resolution = example("resolution");
    post(
        CONTROLLER,
        path + "/resolution",
        resolution.replace("1000.00", "1500.00"),
        422,
        example("creditExceeds"));
    post(
        CONTROLLER,
        path + "/resolution",
        "{\"outcome\": \"maybe\"}",
        400,
        example("resolutionMalformed"));
    post(CONTROLLER, path + "/resolution", resolution, 201, example("disputeResolved"));
    post(CONTROLLER, path + "/resolution", resolution, 409, example("disputeAlreadyResolved"));
    get("/disputes", 200, example("disputes"));
    get("/disputes?status=late", 400, example("disputeStatusUnknown"));
    get(path, 200, example("disputeRead"));
  }

  private void holds() {
    post(CONTROLLER, "/hold", example("hold"), 201, example("holdPlaced"));
    post(CONTROLLER, "/hold", "{}", 400, example("holdMalformed"));
    post(CONTROLLER, "/hold", example("hold"), 409, example("alreadyOnHold"));
    steps.add(new Step(CONTROLLER, "DELETE", A + "/hold", null, 200, example("holdLifted")));
    steps.add(new Step(CONTROLLER, "DELETE", A + "/hold", null, 409, example("notOnHold")));
  }

  private void breaches() {
    String delivered =
        Json.auxerInvoice("AT-1003", DAY, "20000.00")
            .replace(
                "\"lines\"",
                "\"alreadyDelivered\":{\"reason\":\"Sent on May 31, before the limit was checked\"},\"lines\"");
    post(CONTROLLER, "/invoices", delivered, 201, null);
    String path = "/breaches/1/acknowledgement";
    String note = example("acknowledgement");
    post(CONTROLLER, path, note, 201, example("acknowledged"));
    post(CONTROLLER, path, "{}", 400, example("acknowledgementMalformed"));
    post(CONTROLLER, path, note, 409, example("alreadyAcknowledged"));
    post(CLERK, "/payments", Json.payment("WIRE-0604", DAY, "6000.00"), 201, null);
    get("/breaches", 200, example("breaches"));
  }

  private void terms() {
    String amendment = example("amendment");
    post(CONTROLLER, "/terms-amendments", amendment, 201, example("amendmentProposed"));
    post(
        CONTROLLER,
        "/terms-amendments",
        "{\"effectiveDate\": \"2001-07-01\", \"reason\": \"The season is over\"}",
        400,
        example("amendmentMalformed"));
    post(
        CONTROLLER,
        "/terms-amendments",
        amendment.replace("2001-07-01", "2001-05-31"),
        422,
        example("amendmentInPast"));
    String approval = "/terms-amendments/8d736a79-42c3-800d-8000-000000000011/approval";
    post(
        CONTROLLER,
        approval,
        "{\"decision\": \"approved\"}",
        422,
        example("amendmentApprovalBySameSide"));
    post(
        CONTROLLER,
        approval,
        "{\"decision\": \"yes\"}",
        400,
        example("amendmentApprovalMalformed"));
    post(CONTROLLER, approval, example("amendmentWithdrawal"), 201, example("amendmentWithdrawn"));
    post(
        CONTROLLER,
        approval,
        example("amendmentWithdrawal"),
        409,
        example("amendmentAlreadyDecided"));
    get("/terms-amendments", 200, example("amendments"));
    get("/terms", 200, example("terms"));
  }

  private void standing() {
    date("2001-06-29");
    post(CLERK, "/payments", Json.payment("WIRE-0629", "2001-06-29", "20000.00"), 201, null);
    get("/standing", 200, example("standing"));
    get("/standing-changes?limit=4", 200, example("standingChanges"));
    get("/events?after=3&limit=2", 200, example("events"));
    get("/events?after=last", 400, example("eventsAfterMalformed"));
  }

  /** Last, so that the entries of those before keep their numbers. */
  private void credits() {
    String note = "/credit-notes/8d736a79-42c3-8005-8000-000000000007";
    String allocations = note + "/allocations";
    String other = example("creditNoteReallocation");
    post(CLERK, allocations, other, 201, example("creditNoteReallocated"));
    post(CLERK, allocations, "{}", 400, example("creditNoteReallocationMalformed"));
    post(
        CLERK,
        allocations,
        other.replace("200.00", "251.00"),
        422,
        example("creditNoteReallocationExceeds"));
    post(
        CLERK,
        "/credit-notes/8d736a79-42c3-8005-8000-00000000000b/allocations",
        other,
        422,
        example("creditNoteReallocationOfDispute"));
    get("/payments?limit=2", 200, example("payments"));
    get(payment(3), 200, example("paymentRead"));
    get("/credit-notes", 200, example("creditNotes"));
    get(note, 200, example("creditNoteRead"));
  }
}
