package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.http.Examples.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
          example("businessDateAdvance"),
          200,
          example("businessDate"));
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
          example("businessDateAdvance"),
          409,
          example("dateNotManual"));
    }
  }

  private static void invoices(Client client) throws IOException {
    String path = A + "/invoices";
    play(client, "POST", path, "k1", example("invoice"), 201, example("invoicePosted"));
    play(client, "POST", path, "k1", example("invoice"), 201, example("invoicePosted"));
    play(client, "POST", path, "k2", invoice("AT-1002", "auxer-direct", "20.00", 1000), 201, null);
    play(
        client,
        "POST",
        path,
        "k3",
        invoice("AT-1003", "auxer-direct", "20.00", 1000),
        422,
        example("limitExceeded"));
    play(
        client,
        "POST",
        path,
        "k4",
        invoice("AT-1002", "auxer-direct", "20.00", 1),
        409,
        example("numberTaken"));
    play(
        client,
        "POST",
        path,
        "k2",
        invoice("AT-1002", "auxer-direct", "20.00", 1),
        422,
        example("keyReused"));
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
        example("unknownProduct"));
    String malformed =
        """
        {"number": "AT-1004", "invoiceDate": "2001-06-01", "po": "7",
         "lines": [{"product": "auxer-direct", "faceValue": 20, "quantity": 0, "discount": "30%"}]}""";
    play(client, "POST", path, "k6", malformed, 400, example("invoiceMalformed"));
    play(client, "POST", path, null, malformed, 400, example("keyMissing"));
    play(client, "POST", "/v1/accounts/auxer/invoices", "k6", malformed, 404, example("noAccount"));
  }

  private static void payments(Client client) throws IOException {
    String path = A + "/payments";
    play(client, "POST", path, "p1", example("payment"), 201, example("paymentPosted"));
    play(
        client,
        "POST",
        path,
        "p2",
        example("paymentAllocated"),
        201,
        example("paymentAllocatedPosted"));
    play(client, "POST", path, "p3", example("payment"), 409, example("referenceTaken"));
    String exceeding =
        """
        {"reference": "CHK-2208", "receivedDate": "2001-06-01", "method": "check", "amount": "12000.00",
         "allocations": [{"invoiceNumber": "AT-1002", "amount": "12000.00"}]}""";
    play(client, "POST", path, "p4", exceeding, 422, example("allocationExceedsOpen"));
    String number = example("payment").replace("\"10000.00\"", "10000");
    play(client, "POST", path, "p5", number, 400, example("paymentMalformed"));
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
        example("checkAccepted"));
    play(
        client,
        "POST",
        path,
        null,
        invoice("AT-1003", "auxer-direct", "20.00", 2000),
        200,
        example("checkRefused"));
  }

  private static void batches(Client client) throws IOException {
    String path = A + "/invoices/batch";
    play(client, "POST", path, "b1", example("batch"), 422, example("batchRefused"));
    play(client, "POST", path, "b2", example("batchIndependent"), 200, example("batchOutcomes"));
    play(client, "POST", path, "b2", example("batch"), 422, example("batchKeyReused"));
    String malformed =
        "{\"mode\":\"atomic\",\"invoices\":[%s,%s]}"
            .formatted(
                invoice("AT-1005", "auxer-direct", "10.00", 0),
                invoice("AT-1006", "calling-card", "10.00", 5));
    play(client, "POST", path, "b3", malformed, 400, example("batchMalformed"));
  }

  private static void files(Client client) throws IOException {
    String path = A + "/invoices/import";
    String header = "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
    play(client, "POST", path, "i1", example("file"), 200, example("fileOutcomes"));
    play(
        client,
        "POST",
        path + "?mode=atomic",
        "i2",
        example("file"),
        400,
        example("fileMalformed"));
    String over =
        header
            + "AT-1008,2001-06-01,auxer-direct,10.00,200,30,\nAT-1009,2001-06-01,auxer-direct,10.00,9000,30,\n";
    play(client, "POST", path + "?mode=atomic", "i3", over, 422, example("fileRefused"));
    play(client, "POST", path, "k1", example("file"), 422, example("fileKeyReused"));
    play(client, "POST", path, "i4", "a,b\n", 400, example("fileHeader"));
    String tooMany = header + "L-1,2001-06-01,auxer-direct,10.00,1,30,\n".repeat(10_001);
    play(client, "POST", path + "?mode=atomic", "i5", tooMany, 413, example("fileTooManyRows"));
  }

  private static void readings(Client client) throws IOException {
    get(client, "/v1/business-date", 200, example("businessDate"));
    get(client, "/v1/agreements/clifton-telecard-2002", 404, example("noAgreement"));
    get(client, "/v1/accounts", 200, example("accounts"));
    get(client, A, 200, example("account"));
    get(client, A + "/balance", 200, example("balance"));
    get(client, A + "/balance?asOf=31.05.2001", 400, example("balanceAsOfMalformed"));
    get(client, A + "/balance?asof=2001-05-31", 400, example("unknownParameter"));
    get(
        client,
        A + "/aging?asOf=2001-06-01&basis=invoiceDate&buckets=10,20",
        200,
        example("aging"));
    get(client, A + "/aging?basis=date", 400, example("basisUnknown"));
  }

  private static void records(Client client) throws IOException {
    get(client, A + "/invoices?limit=1&status=open", 200, example("invoices"));
    get(client, A + "/invoices/8d736a79-42c3-8001-8000-000000000001", 200, example("invoiceRead"));
    get(client, A + "/invoices/8d736a79-42c3-8001-8000-000000000009", 404, example("noInvoice"));
    get(client, A + "/invoices?status=late", 400, example("invoiceStatusUnknown"));
    get(client, A + "/invoices?limit=201", 400, example("limitOutOfRange"));
    get(client, A + "/entries?limit=2", 200, example("entries"));
    get(client, A + "/entries?cursor=abc", 400, example("cursorUnknown"));
    get(client, A + "/entries?from=2001-06-02&asOf=2001-06-01", 400, example("fromAfterAsOf"));
    get(client, A + "/decisions?limit=3", 200, example("decisions"));
  }

  private static void faults(Client client) throws IOException {
    play(
        client,
        "PUT",
        "/v1/business-date",
        null,
        "{\"date\":\"2001-05-31\"}",
        409,
        example("dateMovesBack"));
    play(
        client,
        "PUT",
        "/v1/business-date",
        null,
        "{\"date\":\"01/06/2001\"}",
        400,
        example("dateMalformed"));
    same(client.get(A + "/balance", "Accept", "text/html"), 406, example("notAcceptable"));
    same(
        client.send("POST", A + "/invoices", "f1", "a,b", "Content-Type", "text/csv"),
        415,
        example("notJson"));
    same(
        client.send("POST", A + "/invoices/import", "f1", "{}", "Content-Type", "application/json"),
        415,
        example("notCsv"));
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
        example("productRestricted"));
    client.businessDate("2001-06-29");
    String late =
        invoice("K-502", "northern-star", "10.00", 300).replace("2001-06-01", "2001-06-29");
    play(client, "POST", K + "/invoices", "s3", late, 422, example("notInGoodStanding"));
    get(client, K + "/balance", 200, example("balancePastDue"));
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
