package tradecredit.http;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tradecredit.http.agreement.CovenantExamples;
import tradecredit.http.agreement.PositionExamples;
import tradecredit.http.note.NoteExamples;
import tradecredit.http.note.NotePaymentExamples;
import tradecredit.http.note.NoteReturnExamples;
import tradecredit.http.setoff.SetOffExamples;
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
    examples.get(AGREEMENT + "/position", 200, PositionExamples.POSITION);
    examples.get(AGREEMENT + "/position?asOf=31.05.2001", 400, PositionExamples.AS_OF_MALFORMED);
  }

  private static void setOffs(PlayedExamples examples) throws IOException {
    String setOffs = AGREEMENT + "/set-offs";
    PlayedExamples auxer = new PlayedExamples(examples.client().as("auxer-telecom-controller"));
    PlayedExamples kattosko = new PlayedExamples(examples.client().as("kattosko-controller"));
    String differing = SetOffExamples.PROPOSAL.replaceFirst("2100.00", "2000.00");
    auxer.post(setOffs, "s1", differing, 400, SetOffExamples.MALFORMED);
    auxer.post(setOffs, null, SetOffExamples.PROPOSAL, 400, SetOffExamples.KEY_MISSING);
    auxer.post(setOffs, "s1", SetOffExamples.PROPOSAL, 201, SetOffExamples.PROPOSED);
    auxer.post(setOffs, "s1", differing.replace("2100", "2000"), 422, SetOffExamples.KEY_REUSED);
    String toomuch = SetOffExamples.PROPOSAL.replace("2100.00", "2100.01");
    auxer.post(setOffs, "s2", toomuch, 422, SetOffExamples.EXCEEDS_OPEN);
    String approval =
        setOffs + "/" + auxer.client().get(setOffs).json().at("/items/0/id").asText() + "/approval";
    kattosko.post(
        approval, "s3", "{\"decision\":\"maybe\"}", 400, SetOffExamples.APPROVAL_MALFORMED);
    auxer.post(approval, "s4", SetOffExamples.APPROVAL, 422, SetOffExamples.APPROVAL_BY_SAME_SIDE);
    kattosko.post(approval, "s5", SetOffExamples.APPROVAL, 201, SetOffExamples.APPROVED);
    auxer.post(approval, "s6", "{\"decision\":\"withdrawn\"}", 409, SetOffExamples.ALREADY_DECIDED);
    auxer.get(setOffs, 200, SetOffExamples.SET_OFFS);
    auxer.get(approval.replace("/approval", ""), 200, SetOffExamples.SET_OFF);
    auxer.get(setOffs + "?cursor=abc", 400, SetOffExamples.CURSOR_UNKNOWN);
    auxer.get(setOffs + "/none", 404, SetOffExamples.NO_SET_OFF);
    auxer.get(
        approval.replace("/approval", "?asOf=2001-06-01"), 400, SetOffExamples.PARAMETER_UNKNOWN);
  }

  private static void note(PlayedExamples examples) throws IOException {
    examples.get(NOTE, 404, NoteExamples.NOT_RECORDED);
    examples.post(NOTE, "n1", "{\"principal\": 100000}", 400, NoteExamples.NOTE_MALFORMED);
    examples.post(NOTE, "n1", "{\"principal\":\"0.05\"}", 400, NoteExamples.NOTE_TOO_SMALL);
    examples.post(NOTE, "n1", NoteExamples.NOTE, 201, NoteExamples.NOTE_RECORDED);
    examples.post(NOTE, "n1", NoteExamples.NOTE, 201, NoteExamples.NOTE_RECORDED);
    examples.post(NOTE, "n2", NoteExamples.NOTE, 409, NoteExamples.ALREADY_RECORDED);
    examples.post(NOTE, "n1", "{\"principal\":\"1.00\"}", 422, NoteExamples.KEY_REUSED);
  }

  private static void payments(PlayedExamples examples) throws IOException {
    examples.client().businessDate("2001-12-12");
    examples.post(
        PAYMENTS, "p1", NotePaymentExamples.PAYMENT, 201, NotePaymentExamples.PAYMENT_RECORDED);
    examples.post(
        PAYMENTS,
        "p2",
        NotePaymentExamples.PAYMENT_ALLOCATED,
        201,
        NotePaymentExamples.PAYMENT_ALLOCATED_RECORDED);
    examples.post(
        PAYMENTS, "p3", NotePaymentExamples.PAYMENT, 409, NotePaymentExamples.REFERENCE_TAKEN);
    examples.post(
        PAYMENTS, null, NotePaymentExamples.PAYMENT, 400, NotePaymentExamples.KEY_MISSING);
    examples.post(
        PAYMENTS,
        "p4",
        Json.payment("NOTE-3", "2001-12-12", "89000.00"),
        422,
        NotePaymentExamples.EXCEEDS_NOTE);
    examples.post(
        PAYMENTS,
        "p5",
        Json.payment(
            "NOTE-3", "2001-12-12", "7000.00", "[{\"instalment\":1,\"amount\":\"7000.00\"}]"),
        422,
        NotePaymentExamples.EXCEEDS_INSTALMENT);
    String twice =
        "[{\"instalment\":1,\"amount\":\"1.00\"},{\"instalment\":1,\"amount\":\"1.00\"}]";
    examples.post(
        PAYMENTS,
        "p6",
        Json.payment("NOTE-3", "2001-12-12", "2.00", twice),
        400,
        NotePaymentExamples.PAYMENT_MALFORMED);
  }

  private static void readings(PlayedExamples examples) throws IOException {
    examples.get(NOTE, 200, NoteExamples.NOTE_LATE);
    examples.get(NOTE + "?asOf=today", 400, NoteExamples.NOTE_AS_OF_MALFORMED);
    examples.get(NOTE + "/entries?limit=2", 200, NotePaymentExamples.ENTRIES);
    examples.get(NOTE + "/entries?cursor=abc", 400, NotePaymentExamples.CURSOR_UNKNOWN);
  }

  private static void returns(PlayedExamples examples) throws IOException {
    String first = PAYMENTS + "/2/return";
    String second = PAYMENTS + "/3/return";
    String bounced = NoteReturnExamples.RETURN;
    String early = bounced.replace("11-20", "12-11");
    examples.post(
        first, "r1", "{\"returnedDate\":\"2001-11-20\"}", 400, NoteReturnExamples.MALFORMED);
    examples.post(first, null, bounced, 400, NoteReturnExamples.KEY_MISSING);
    examples.post(PAYMENTS + "/9/return", "r1", bounced, 404, NoteReturnExamples.NO_PAYMENT);
    examples.post(first, "r1", bounced, 201, NoteReturnExamples.RETURNED);
    examples.post(first, "r2", bounced, 409, NoteReturnExamples.ALREADY_RETURNED);
    examples.post(second, "r3", early, 422, NoteReturnExamples.RETURNED_BEFORE_RECEIVED);
    examples.post(second, "r1", bounced, 422, NoteReturnExamples.KEY_REUSED);
  }

  private static void covenants(PlayedExamples examples) throws IOException {
    String path = AGREEMENT + "/covenant-checks";
    examples.post(path, null, CovenantExamples.SALE, 200, CovenantExamples.FORBIDDEN);
    examples.post(path, null, CovenantExamples.SALE_TO_QUICK_STOP, 200, CovenantExamples.ALLOWED);
    String toAnybody = CovenantExamples.SALE.replace("kattosko-customer", "other-customer");
    examples.post(path, null, toAnybody, 200, CovenantExamples.UNDECIDED);
    String unknown =
        """
        {"seller":"auxer","product":"orginal","customer":"heider","discount":"30","date":"2001-06-01"}""";
    examples.post(path, null, unknown, 400, CovenantExamples.UNKNOWN_NAMES);
  }
}
