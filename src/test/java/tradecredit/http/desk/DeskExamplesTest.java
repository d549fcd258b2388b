package tradecredit.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.http.account.StandingExamples;
import tradecredit.http.document.ProblemExamples;
import tradecredit.http.posting.PostingExamples;
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
    post(CLERK, "/invoices", PostingExamples.INVOICE, 201, null);
    post(CLERK, "/invoices", Json.auxerInvoice("AT-1002", DAY, "14000.00"), 201, null);
    post(CLERK, "/payments", PostingExamples.PAYMENT, 201, null);
  }

  private void returns() {
    String checks = payment(3);
    post(CLERK, checks + "/return", ReturnExamples.RETURN, 201, ReturnExamples.RETURNED);
    post(
        CLERK,
        checks + "/return",
        "{\"returnedDate\": \"2001-06-01\"}",
        400,
        ReturnExamples.RETURN_MALFORMED);
    post(CLERK, checks + "/return", ReturnExamples.RETURN, 409, ReturnExamples.ALREADY_RETURNED);
    post(
        CLERK,
        checks + "/allocations",
        ReturnExamples.REALLOCATION,
        409,
        ReturnExamples.REALLOCATION_RETURNED);
    post(CLERK, payment(9) + "/return", ReturnExamples.RETURN, 404, ProblemExamples.NO_PAYMENT);
    post(CLERK, "/payments", PostingExamples.PAYMENT_ALLOCATED, 201, null);
    String wire = payment(5);
    post(
        CLERK,
        wire + "/return",
        ReturnExamples.RETURN.replace("2001-06-01", "2001-05-31"),
        422,
        ReturnExamples.RETURNED_BEFORE_RECEIVED);
    post(
        CLERK,
        wire + "/allocations",
        ReturnExamples.REALLOCATION.replace("5000.00", "6000.00"),
        422,
        ReturnExamples.REALLOCATION_EXCEEDS);
    post(CLERK, wire + "/allocations", "{}", 400, ReturnExamples.REALLOCATION_MALFORMED);
    post(
        CLERK, wire + "/allocations", ReturnExamples.REALLOCATION, 201, ReturnExamples.REALLOCATED);
  }

  private void creditNotes() {
    String note = CreditExamples.CREDIT_NOTE;
    post(CLERK, "/credit-notes", note, 201, CreditExamples.CREDIT_NOTE_POSTED);
    post(CLERK, "/credit-notes", note, 409, CreditExamples.CREDIT_NOTE_TAKEN);
    post(
        CLERK,
        "/credit-notes",
        note.replace("CR-77", "CN-12"),
        400,
        CreditExamples.CREDIT_NOTE_MALFORMED);
    post(
        CLERK,
        "/credit-notes",
        note.replace("CR-77", "CR-78").replace("250.00", "20000.00"),
        422,
        CreditExamples.CREDIT_NOTE_EXCEEDS);
  }

  private void writeOffs() {
    String writeOff = CreditExamples.WRITE_OFF;
    post(CONTROLLER, "/write-offs", writeOff, 201, CreditExamples.WRITE_OFF_PROPOSED);
    post(
        CONTROLLER,
        "/write-offs",
        "{\"amount\": \"17.55\", \"reason\": \"Not worth collecting\"}",
        400,
        CreditExamples.WRITE_OFF_MALFORMED);
    post(
        CONTROLLER,
        "/write-offs",
        writeOff.replace("17.55", "99999.00"),
        422,
        CreditExamples.WRITE_OFF_EXCEEDS);
    String approval = "/write-offs/8d736a79-42c3-8006-8000-000000000008/approval";
    post(
        CONTROLLER,
        approval,
        "{\"decision\": \"approved\"}",
        422,
        CreditExamples.APPROVAL_BY_PROPOSER);
    post(CONTROLLER, approval, "{\"decision\": \"yes\"}", 400, CreditExamples.APPROVAL_MALFORMED);
    post(CONTROLLER, approval, CreditExamples.WITHDRAWAL, 201, CreditExamples.WRITE_OFF_WITHDRAWN);
    post(CONTROLLER, approval, CreditExamples.WITHDRAWAL, 409, CreditExamples.WRITE_OFF_DECIDED);
    get("/write-offs", 200, CreditExamples.WRITE_OFFS);
  }

  private void disputes() {
    String first = "/invoices/8d736a79-42c3-8001-8000-000000000001/disputes";
    String second = "/invoices/8d736a79-42c3-8001-8000-000000000002/disputes";
    String dispute = DisputeExamples.DISPUTE;
    post(BUYER, second, dispute, 201, DisputeExamples.DISPUTE_OPENED);
    post(
        BUYER,
        second,
        dispute.replace("AD-001059", "AD-000001"),
        400,
        DisputeExamples.DISPUTE_MALFORMED);
    post(BUYER, first, dispute, 422, DisputeExamples.CARDS_IN_DISPUTE);
    post(
        BUYER,
        second,
        "{\"amount\": \"99999.00\", \"reason\": \"They do not connect\"}",
        422,
        DisputeExamples.DISPUTE_EXCEEDS);
    String path = "/disputes/8d736a79-42c3-8008-8000-00000000000a";
    String resolution = DisputeExamples.RESOLUTION;
    post(
        CONTROLLER,
        path + "/resolution",
        resolution.replace("1000.00", "1500.00"),
        422,
        DisputeExamples.CREDIT_EXCEEDS);
    post(
        CONTROLLER,
        path + "/resolution",
        "{\"outcome\": \"maybe\"}",
        400,
        DisputeExamples.RESOLUTION_MALFORMED);
    post(CONTROLLER, path + "/resolution", resolution, 201, DisputeExamples.RESOLVED);
    post(CONTROLLER, path + "/resolution", resolution, 409, DisputeExamples.ALREADY_RESOLVED);
    get("/disputes", 200, DisputeExamples.DISPUTES);
    get("/disputes?status=late", 400, DisputeExamples.STATUS_UNKNOWN);
    get(path, 200, DisputeExamples.DISPUTE_READ);
  }

  private void holds() {
    post(CONTROLLER, "/hold", HoldExamples.HOLD, 201, HoldExamples.HOLD_PLACED);
    post(CONTROLLER, "/hold", "{}", 400, HoldExamples.HOLD_MALFORMED);
    post(CONTROLLER, "/hold", HoldExamples.HOLD, 409, HoldExamples.ALREADY_ON_HOLD);
    steps.add(new Step(CONTROLLER, "DELETE", A + "/hold", null, 200, HoldExamples.HOLD_LIFTED));
    steps.add(new Step(CONTROLLER, "DELETE", A + "/hold", null, 409, HoldExamples.NOT_ON_HOLD));
  }

  private void breaches() {
    String delivered =
        Json.auxerInvoice("AT-1003", DAY, "20000.00")
            .replace(
                "\"lines\"",
                "\"alreadyDelivered\":{\"reason\":\"Sent on May 31, before the limit was checked\"},\"lines\"");
    post(CONTROLLER, "/invoices", delivered, 201, null);
    String path = "/breaches/1/acknowledgement";
    String note = HoldExamples.ACKNOWLEDGEMENT;
    post(CONTROLLER, path, note, 201, HoldExamples.ACKNOWLEDGED);
    post(CONTROLLER, path, "{}", 400, HoldExamples.ACKNOWLEDGEMENT_MALFORMED);
    post(CONTROLLER, path, note, 409, HoldExamples.ALREADY_ACKNOWLEDGED);
    post(CLERK, "/payments", Json.payment("WIRE-0604", DAY, "6000.00"), 201, null);
    get("/breaches", 200, HoldExamples.BREACHES);
  }

  private void terms() {
    String amendment = TermsExamples.AMENDMENT;
    post(CONTROLLER, "/terms-amendments", amendment, 201, TermsExamples.PROPOSED);
    post(
        CONTROLLER,
        "/terms-amendments",
        "{\"effectiveDate\": \"2001-07-01\", \"reason\": \"The season is over\"}",
        400,
        TermsExamples.AMENDMENT_MALFORMED);
    post(
        CONTROLLER,
        "/terms-amendments",
        amendment.replace("2001-07-01", "2001-05-31"),
        422,
        TermsExamples.IN_PAST);
    String approval = "/terms-amendments/8d736a79-42c3-800d-8000-000000000011/approval";
    post(
        CONTROLLER,
        approval,
        "{\"decision\": \"approved\"}",
        422,
        TermsExamples.APPROVAL_BY_SAME_SIDE);
    post(CONTROLLER, approval, "{\"decision\": \"yes\"}", 400, TermsExamples.APPROVAL_MALFORMED);
    post(CONTROLLER, approval, TermsExamples.WITHDRAWAL, 201, TermsExamples.WITHDRAWN);
    post(CONTROLLER, approval, TermsExamples.WITHDRAWAL, 409, TermsExamples.ALREADY_DECIDED);
    get("/terms-amendments", 200, TermsExamples.AMENDMENTS);
    get("/terms", 200, TermsExamples.TERMS);
  }

  private void standing() {
    date("2001-06-29");
    post(CLERK, "/payments", Json.payment("WIRE-0629", "2001-06-29", "20000.00"), 201, null);
    get("/standing", 200, StandingExamples.STANDING);
    get("/standing-changes?limit=4", 200, StandingExamples.CHANGES);
    get("/events?after=3&limit=2", 200, StandingExamples.EVENTS);
    get("/events?after=last", 400, StandingExamples.AFTER_MALFORMED);
  }

  /** Last, so that the entries of those before keep their numbers. */
  private void credits() {
    String note = "/credit-notes/8d736a79-42c3-8005-8000-000000000007";
    String allocations = note + "/allocations";
    String other = CreditExamples.REALLOCATION;
    post(CLERK, allocations, other, 201, CreditExamples.REALLOCATED);
    post(CLERK, allocations, "{}", 400, CreditExamples.REALLOCATION_MALFORMED);
    post(
        CLERK,
        allocations,
        other.replace("200.00", "251.00"),
        422,
        CreditExamples.REALLOCATION_EXCEEDS);
    post(
        CLERK,
        "/credit-notes/8d736a79-42c3-8005-8000-00000000000b/allocations",
        other,
        422,
        CreditExamples.REALLOCATION_OF_DISPUTE);
    get("/payments?limit=2", 200, CreditReadingExamples.PAYMENTS);
    get(payment(3), 200, CreditReadingExamples.PAYMENT);
    get("/credit-notes", 200, CreditReadingExamples.CREDIT_NOTES);
    get(note, 200, CreditReadingExamples.CREDIT_NOTE);
  }
}
