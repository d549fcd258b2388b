package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.http.account.AccountExamples;
import tradecredit.http.account.RecordExamples;
import tradecredit.http.agreement.AgreementExamples;
import tradecredit.http.document.ProblemExamples;
import tradecredit.http.files.BatchExamples;
import tradecredit.http.files.ImportExamples;
import tradecredit.http.posting.PostingExamples;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * The examples of the OpenAPI document are played in their order; the service answers what they
 * say. Only instants and hashes differ from run to run. Not played: the agreement, which the
 * examples cut short, the bodies above their bounds, whose details count their bytes, and the 503s,
 * which need a crowd or a database that is away.
 */
class OpenApiExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DIFFERING =
      List.of("decidedAt", "recordedAt", "previousHash", "hash");
  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;

  @Test
  void every_example_is_what_the_service_answers() throws IOException {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      play(
          client,
          "PUT",
          "/v1/business-date",
          null,
          AgreementExamples.ADVANCE,
          200,
          AgreementExamples.BUSINESS_DATE);
      invoices(client);
      malformedInvoices(client);
      payments(client);
      checks(client);
      batches(client);
      files(client);
      readings(client);
      records(client);
      faults(client);
      standing(client);
    }
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.business-date.mode", "system"))) {
      play(
          service.client(),
          "PUT",
          "/v1/business-date",
          null,
          AgreementExamples.ADVANCE,
          409,
          AgreementExamples.DATE_NOT_MANUAL);
    }
  }

  private static void invoices(Client client) throws IOException {
    String path = A + "/invoices";
    play(client, "POST", path, "k1", PostingExamples.INVOICE, 201, PostingExamples.INVOICE_POSTED);
    play(client, "POST", path, "k1", PostingExamples.INVOICE, 201, PostingExamples.INVOICE_POSTED);
    play(client, "POST", path, "k2", invoice("AT-1002", "auxer-direct", "20.00", 1000), 201, null);
    play(
        client,
        "POST",
        path,
        "k3",
        invoice("AT-1003", "auxer-direct", "20.00", 1000),
        422,
        PostingExamples.LIMIT_EXCEEDED);
    play(
        client,
        "POST",
        path,
        "k4",
        invoice("AT-1002", "auxer-direct", "20.00", 1),
        409,
        PostingExamples.NUMBER_TAKEN);
    play(
        client,
        "POST",
        path,
        "k2",
        invoice("AT-1002", "auxer-direct", "20.00", 1),
        422,
        ProblemExamples.KEY_REUSED);
  }

  private static void malformedInvoices(Client client) throws IOException {
    String path = A + "/invoices";
    play(
        client,
        "POST",
        path,
        "k5",
        invoice("AT-1004", "calling-card", "20.00", 1),
        400,
        PostingExamples.UNKNOWN_PRODUCT);
    String malformed =
        """
        {"number": "AT-1004", "invoiceDate": "2001-06-01", "po": "7",
         "lines": [{"product": "auxer-direct", "faceValue": 20, "quantity": 0, "discount": "30%"}]}""";
    play(client, "POST", path, "k6", malformed, 400, PostingExamples.INVOICE_MALFORMED);
    play(client, "POST", path, null, malformed, 400, ProblemExamples.KEY_MISSING);
    play(
        client,
        "POST",
        "/v1/accounts/auxer/invoices",
        "k6",
        malformed,
        404,
        ProblemExamples.NO_ACCOUNT);
  }

  private static void payments(Client client) throws IOException {
    String path = A + "/payments";
    play(client, "POST", path, "p1", PostingExamples.PAYMENT, 201, PostingExamples.PAYMENT_POSTED);
    play(
        client,
        "POST",
        path,
        "p2",
        PostingExamples.PAYMENT_ALLOCATED,
        201,
        PostingExamples.PAYMENT_ALLOCATED_POSTED);
    play(client, "POST", path, "p3", PostingExamples.PAYMENT, 409, PostingExamples.REFERENCE_TAKEN);
    String exceeding =
        """
        {"reference": "CHK-2208", "receivedDate": "2001-06-01", "method": "check", "amount": "12000.00",
         "allocations": [{"invoiceNumber": "AT-1002", "amount": "12000.00"}]}""";
    play(client, "POST", path, "p4", exceeding, 422, PostingExamples.ALLOCATION_EXCEEDS_OPEN);
    String number = PostingExamples.PAYMENT.replace("\"10000.00\"", "10000");
    play(client, "POST", path, "p5", number, 400, PostingExamples.PAYMENT_MALFORMED);
  }

  private static void checks(Client client) throws IOException {
    String path = A + "/credit-checks";
    play(
        client,
        "POST",
        path,
        null,
        invoice("AT-1003", "auxer-direct", "20.00", 1000),
        200,
        PostingExamples.CHECK_ACCEPTED);
    play(
        client,
        "POST",
        path,
        null,
        invoice("AT-1003", "auxer-direct", "20.00", 2000),
        200,
        PostingExamples.CHECK_REFUSED);
  }

  private static void batches(Client client) throws IOException {
    String path = A + "/invoices/batch";
    play(client, "POST", path, "b1", BatchExamples.BATCH, 422, BatchExamples.BATCH_REFUSED);
    play(
        client,
        "POST",
        path,
        "b2",
        BatchExamples.BATCH_INDEPENDENT,
        200,
        BatchExamples.BATCH_OUTCOMES);
    play(client, "POST", path, "b2", BatchExamples.BATCH, 422, BatchExamples.BATCH_KEY_REUSED);
    String malformed =
        "{\"mode\":\"atomic\",\"invoices\":[%s,%s]}"
            .formatted(
                invoice("AT-1005", "auxer-direct", "10.00", 0),
                invoice("AT-1006", "calling-card", "10.00", 5));
    play(client, "POST", path, "b3", malformed, 400, BatchExamples.BATCH_MALFORMED);
  }

  private static void files(Client client) throws IOException {
    String path = A + "/invoices/import";
    String header = "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
    play(client, "POST", path, "i1", ImportExamples.FILE, 200, ImportExamples.FILE_OUTCOMES);
    play(
        client,
        "POST",
        path + "?mode=atomic",
        "i2",
        ImportExamples.FILE,
        400,
        ImportExamples.FILE_MALFORMED);
    String over =
        header
            + "AT-1008,2001-06-01,auxer-direct,10.00,200,30,\nAT-1009,2001-06-01,auxer-direct,10.00,9000,30,\n";
    play(client, "POST", path + "?mode=atomic", "i3", over, 422, ImportExamples.FILE_REFUSED);
    play(client, "POST", path, "k1", ImportExamples.FILE, 422, ImportExamples.FILE_KEY_REUSED);
    play(client, "POST", path, "i4", "a,b\n", 400, ImportExamples.FILE_HEADER);
    String tooMany = header + "L-1,2001-06-01,auxer-direct,10.00,1,30,\n".repeat(10_001);
    play(
        client,
        "POST",
        path + "?mode=atomic",
        "i5",
        tooMany,
        413,
        ImportExamples.FILE_TOO_MANY_ROWS);
  }

  private static void readings(Client client) throws IOException {
    get(client, "/v1/business-date", 200, AgreementExamples.BUSINESS_DATE);
    get(client, "/v1/agreements/clifton-telecard-2002", 404, ProblemExamples.NO_AGREEMENT);
    get(client, "/v1/accounts", 200, AccountExamples.ACCOUNTS);
    get(client, A, 200, AccountExamples.ACCOUNT);
    get(client, A + "/balance", 200, AccountExamples.BALANCE);
    get(client, A + "/balance?asOf=31.05.2001", 400, AccountExamples.AS_OF_MALFORMED);
    get(client, A + "/balance?asof=2001-05-31", 400, ProblemExamples.UNKNOWN_PARAMETER);
    get(
        client,
        A + "/aging?asOf=2001-06-01&basis=invoiceDate&buckets=10,20",
        200,
        AccountExamples.AGING);
    get(client, A + "/aging?basis=date", 400, AccountExamples.BASIS_UNKNOWN);
  }

  private static void records(Client client) throws IOException {
    get(client, A + "/invoices?limit=1&status=open", 200, RecordExamples.INVOICES);
    get(client, A + "/invoices/8d736a79-42c3-8001-8000-000000000001", 200, RecordExamples.INVOICE);
    get(
        client,
        A + "/invoices/8d736a79-42c3-8001-8000-000000000009",
        404,
        RecordExamples.NO_INVOICE);
    get(client, A + "/invoices?status=late", 400, RecordExamples.STATUS_UNKNOWN);
    get(client, A + "/invoices?limit=201", 400, RecordExamples.LIMIT_OUT_OF_RANGE);
    get(client, A + "/entries?limit=2", 200, RecordExamples.ENTRIES);
    get(client, A + "/entries?cursor=abc", 400, RecordExamples.CURSOR_UNKNOWN);
    get(client, A + "/decisions?limit=3", 200, RecordExamples.DECISIONS);
  }

  private static void faults(Client client) throws IOException {
    play(
        client,
        "PUT",
        "/v1/business-date",
        null,
        "{\"date\":\"2001-05-31\"}",
        409,
        AgreementExamples.DATE_MOVES_BACK);
    play(
        client,
        "PUT",
        "/v1/business-date",
        null,
        "{\"date\":\"01/06/2001\"}",
        400,
        AgreementExamples.DATE_MALFORMED);
    same(client.get(A + "/balance", "Accept", "text/html"), 406, ProblemExamples.NOT_ACCEPTABLE);
    same(
        client.send("POST", A + "/invoices", "f1", "a,b", "Content-Type", "text/csv"),
        415,
        ProblemExamples.NOT_JSON);
    same(
        client.send("POST", A + "/invoices/import", "f1", "{}", "Content-Type", "application/json"),
        415,
        ProblemExamples.NOT_CSV);
    play(
        client,
        "POST",
        A + "/invoices",
        "f1",
        "{\"memo\":\"" + "x".repeat(1_100_000) + "\"}",
        413,
        null);
  }

  private static void standing(Client client) throws IOException {
    play(
        client,
        "POST",
        K + "/invoices",
        "s1",
        invoice("K-501", "northern-star", "10.00", 300),
        201,
        null);
    play(
        client,
        "POST",
        K + "/invoices",
        "s2",
        invoice("K-502", "auxer-direct", "10.00", 300),
        422,
        PostingExamples.PRODUCT_RESTRICTED);
    client.businessDate("2001-06-29");
    String late =
        invoice("K-502", "northern-star", "10.00", 300).replace("2001-06-01", "2001-06-29");
    play(client, "POST", K + "/invoices", "s3", late, 422, PostingExamples.NOT_IN_GOOD_STANDING);
    get(client, K + "/balance", 200, AccountExamples.BALANCE_PAST_DUE);
  }

  private static String invoice(String number, String product, String faceValue, int quantity) {
    return """
        {"number":"%s","invoiceDate":"2001-06-01","lines":[{"product":"%s","faceValue":"%s","quantity":%d,"discount":"30"}]}"""
        .formatted(number, product, faceValue, quantity);
  }

  private static void get(Client client, String path, int status, String example)
      throws IOException {
    same(client.get(path), status, example);
  }

  private static void play(
      Client client,
      String method,
      String path,
      @Nullable String key,
      String body,
      int status,
      @Nullable String example)
      throws IOException {
    String type = path.contains("/import") ? "text/csv" : "application/json";
    same(client.send(method, path, key, body, "Content-Type", type), status, example);
  }

  private static void same(Client.Answer answer, int status, @Nullable String example)
      throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (example != null) {
      assertThat(masked(answer.json()).toPrettyString())
          .isEqualTo(masked(JSON.readTree(example)).toPrettyString());
    }
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      DIFFERING.stream().filter(object::has).forEach(name -> object.put(name, "..."));
      if (object.path("principal").asText().matches("auxer-telecom/key:[a-z0-9]{8}")) {
        object.put("principal", "the clerk's key");
      }
    }
    node.forEach(OpenApiExamplesTest::masked);
    return node;
  }
}
