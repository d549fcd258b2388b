package tradecredit.http;

import static tradecredit.http.Examples.example;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * The examples of the operations on the agreement as a whole, played in their order: the position,
 * the promissory note and covenant checks.
 */
class AgreementExamplesTest {

  private static final String AGREEMENT = "/v1/agreements/clifton-telecard-2001";
  private static final String NOTE = AGREEMENT + "/promissory-note";
  private static final String PAYMENTS = NOTE + "/payments";

  @Test
  void every_example_is_what_the_service_answers() throws IOException {
    try (Service service = Service.on(TestDatabase.H2)) {
      PlayedExamples examples = new PlayedExamples(service.client());
      position(examples);
      setOffs(examples);
      note(examples);
      payments(examples);
      readings(examples);
      returns(examples);
      covenants(examples);
    }
  }

  private static void position(PlayedExamples examples) throws IOException {
    Client client = examples.client();
    client.businessDate("2001-06-01");
    client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-06-01", "26467.55"));
    client.post(
        Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-06-01", "2100.00"));
    examples.get(AGREEMENT + "/position", 200, example("position"));
    examples.get(AGREEMENT + "/position?asOf=31.05.2001", 400, example("positionAsOfMalformed"));
  }

  private static void setOffs(PlayedExamples examples) throws IOException {
    String setOffs = AGREEMENT + "/set-offs";
    PlayedExamples auxer = new PlayedExamples(examples.client().as("auxer-telecom-controller"));
    PlayedExamples kattosko = new PlayedExamples(examples.client().as("kattosko-controller"));
    String differing = example("setOffProposal").replaceFirst("2100.00", "2000.00");
    auxer.post(setOffs, "s1", differing, 400, example("setOffMalformed"));
    auxer.post(setOffs, null, example("setOffProposal"), 400, example("setOffKeyMissing"));
    auxer.post(setOffs, "s1", example("setOffProposal"), 201, example("setOffProposed"));
    auxer.post(setOffs, "s1", differing.replace("2100", "2000"), 422, example("setOffKeyReused"));
    String toomuch = example("setOffProposal").replace("2100.00", "2100.01");
    auxer.post(setOffs, "s2", toomuch, 422, example("setOffExceedsOpen"));
    String approval =
        setOffs + "/" + auxer.client().get(setOffs).json().at("/items/0/id").asText() + "/approval";
    kattosko.post(
        approval, "s3", "{\"decision\":\"maybe\"}", 400, example("setOffApprovalMalformed"));
    auxer.post(approval, "s4", example("setOffApproval"), 422, example("setOffApprovalBySameSide"));
    kattosko.post(approval, "s5", example("setOffApproval"), 201, example("setOffApproved"));
    auxer.post(
        approval, "s6", "{\"decision\":\"withdrawn\"}", 409, example("setOffAlreadyDecided"));
    auxer.get(setOffs, 200, example("setOffs"));
    auxer.get(approval.replace("/approval", ""), 200, example("setOff"));
    auxer.get(setOffs + "?cursor=abc", 400, example("setOffCursorUnknown"));
    auxer.get(setOffs + "/none", 404, example("noSetOff"));
    auxer.get(
        approval.replace("/approval", "?asOf=2001-06-01"), 400, example("setOffParameterUnknown"));
  }

  private static void note(PlayedExamples examples) throws IOException {
    examples.get(NOTE, 404, example("noteNotRecorded"));
    examples.post(NOTE, "n1", "{\"principal\": 100000}", 400, example("noteMalformed"));
    examples.post(NOTE, "n1", "{\"principal\":\"0.05\"}", 400, example("noteTooSmall"));
    examples.post(NOTE, "n1", example("note"), 201, example("noteRecorded"));
    examples.post(NOTE, "n1", example("note"), 201, example("noteRecorded"));
    examples.post(NOTE, "n2", example("note"), 409, example("noteAlreadyRecorded"));
    examples.post(NOTE, "n1", "{\"principal\":\"1.00\"}", 422, example("noteKeyReused"));
  }

  private static void payments(PlayedExamples examples) throws IOException {
    examples.client().businessDate("2001-12-12");
    examples.post(PAYMENTS, "p1", example("notePayment"), 201, example("notePaymentRecorded"));
    examples.post(
        PAYMENTS,
        "p2",
        example("notePaymentAllocated"),
        201,
        example("notePaymentAllocatedRecorded"));
    examples.post(
        PAYMENTS, "p3", example("notePayment"), 409, example("notePaymentReferenceTaken"));
    examples.post(PAYMENTS, null, example("notePayment"), 400, example("notePaymentKeyMissing"));
    examples.post(
        PAYMENTS,
        "p4",
        Json.payment("NOTE-3", "2001-12-12", "89000.00"),
        422,
        example("notePaymentExceedsNote"));
    examples.post(
        PAYMENTS,
        "p5",
        Json.payment(
            "NOTE-3", "2001-12-12", "7000.00", "[{\"instalment\":1,\"amount\":\"7000.00\"}]"),
        422,
        example("notePaymentExceedsInstalment"));
    String twice =
        "[{\"instalment\":1,\"amount\":\"1.00\"},{\"instalment\":1,\"amount\":\"1.00\"}]";
    examples.post(
        PAYMENTS,
        "p6",
        Json.payment("NOTE-3", "2001-12-12", "2.00", twice),
        400,
        example("notePaymentMalformed"));
  }

  private static void readings(PlayedExamples examples) throws IOException {
    examples.get(NOTE, 200, example("noteLate"));
    examples.get(NOTE + "?asOf=today", 400, example("noteAsOfMalformed"));
    examples.get(NOTE + "/entries?limit=2", 200, example("noteEntries"));
    examples.get(NOTE + "/entries?cursor=abc", 400, example("noteCursorUnknown"));
  }

  private static void returns(PlayedExamples examples) throws IOException {
    String first = PAYMENTS + "/2/return";
    String second = PAYMENTS + "/3/return";
    String bounced = example("notePaymentReturn");
    String early = bounced.replace("11-20", "12-11");
    examples.post(
        first,
        "r1",
        "{\"returnedDate\":\"2001-11-20\"}",
        400,
        example("notePaymentReturnMalformed"));
    examples.post(first, null, bounced, 400, example("notePaymentReturnKeyMissing"));
    examples.post(PAYMENTS + "/9/return", "r1", bounced, 404, example("noNotePayment"));
    examples.post(first, "r1", bounced, 201, example("notePaymentReturned"));
    examples.post(first, "r2", bounced, 409, example("notePaymentAlreadyReturned"));
    examples.post(second, "r3", early, 422, example("notePaymentReturnedBeforeReceived"));
    examples.post(second, "r1", bounced, 422, example("notePaymentReturnKeyReused"));
  }

  private static void covenants(PlayedExamples examples) throws IOException {
    String path = AGREEMENT + "/covenant-checks";
    examples.post(path, null, example("sale"), 200, example("saleForbidden"));
    examples.post(path, null, example("saleToQuickStop"), 200, example("saleAllowed"));
    String toAnybody = example("sale").replace("kattosko-customer", "other-customer");
    examples.post(path, null, toAnybody, 200, example("saleUndecided"));
    String unknown =
        """
        {"seller":"auxer","product":"orginal","customer":"heider","discount":"30","date":"2001-06-01"}""";
    examples.post(path, null, unknown, 400, example("saleUnknownNames"));
  }
}
