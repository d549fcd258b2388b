package tradecredit.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;

/** A request that is wrong in its line or its headers, and what must be said of it. */
@SuppressWarnings("ArrayRecordComponent")
record OddRequest(
    String method,
    String path,
    @Nullable String key,
    @Nullable String body,
    int status,
    String code,
    String... headers) {

  private static final String INVOICES = Client.AUXER + "/invoices";

  static final List<OddRequest> ALL =
      List.of(
          new OddRequest(
              "POST",
              INVOICES,
              null,
              "{}",
              400,
              "idempotency-key-missing",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES,
              "k".repeat(256),
              "{}",
              400,
              "idempotency-key-malformed",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES,
              "a b",
              "{}",
              400,
              "idempotency-key-malformed",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES,
              "k",
              "",
              400,
              "invalid-request",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES,
              "k",
              "{}",
              415,
              "unsupported-media-type",
              "Content-Type",
              "text/plain"),
          new OddRequest(
              "POST",
              INVOICES + "/import",
              "k",
              "{}",
              415,
              "unsupported-media-type",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES + "/import",
              "k",
              "a,b\n1,2\n",
              400,
              "invalid-request",
              "Content-Type",
              "text/csv"),
          new OddRequest(
              "POST",
              INVOICES + "/import",
              "k",
              "number,invoiceDate,product,faceValue,quantity,discount,memo,alreadyDelivered\n",
              400,
              "invalid-request",
              "Content-Type",
              "text/csv"),
          new OddRequest(
              "POST",
              INVOICES + "/import?mode=some",
              "k",
              "",
              400,
              "invalid-request",
              "Content-Type",
              "text/csv"),
          new OddRequest(
              "POST",
              INVOICES + "?force=true",
              "k",
              "{}",
              400,
              "invalid-request",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              INVOICES,
              "k",
              "{\"memo\":\"" + "x".repeat(1_100_000) + "\"}",
              413,
              "content-too-large",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              "/v1/accounts/no-such/invoices",
              "k",
              "{}",
              404,
              "not-found",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "POST",
              "/v1/accounts/No%20Such/payments",
              "k",
              "{}",
              404,
              "not-found",
              "Content-Type",
              "application/json"),
          new OddRequest("GET", "/v1/nothing", null, null, 404, "not-found"),
          new OddRequest("GET", "/v1/agreements/no-such", null, null, 404, "not-found"),
          new OddRequest("GET", INVOICES + "/1", null, null, 404, "not-found"),
          new OddRequest(
              "GET",
              INVOICES + "/00000000-0000-8001-8000-000000000001",
              null,
              null,
              404,
              "not-found"),
          new OddRequest("DELETE", INVOICES, null, null, 405, "method-not-allowed"),
          new OddRequest(
              "PUT",
              Client.AUXER + "/balance",
              null,
              "{}",
              405,
              "method-not-allowed",
              "Content-Type",
              "application/json"),
          new OddRequest(
              "GET",
              Client.AUXER + "/balance",
              null,
              null,
              406,
              "not-acceptable",
              "Accept",
              "application/xml"),
          new OddRequest(
              "GET", Client.AUXER + "/balance?asof=2001-05-16", null, null, 400, "invalid-request"),
          new OddRequest(
              "GET", Client.AUXER + "/balance?asOf=yesterday", null, null, 400, "invalid-request"),
          new OddRequest(
              "GET",
              Client.AUXER + "/balance?asOf=2001-05-16&asOf=2001-05-17",
              null,
              null,
              400,
              "invalid-request"),
          new OddRequest(
              "GET", Client.AUXER + "/aging?basis=age", null, null, 400, "invalid-request"),
          new OddRequest(
              "GET", Client.AUXER + "/aging?buckets=30,30", null, null, 400, "invalid-request"),
          new OddRequest(
              "GET", Client.AUXER + "/aging?buckets=", null, null, 400, "invalid-request"),
          new OddRequest("GET", INVOICES + "?limit=201", null, null, 400, "invalid-request"),
          new OddRequest("GET", INVOICES + "?limit=0", null, null, 400, "invalid-request"),
          new OddRequest("GET", INVOICES + "?status=late", null, null, 400, "invalid-request"),
          new OddRequest(
              "GET", INVOICES + "?cursor=ZW50cmllczox", null, null, 400, "invalid-request"),
          new OddRequest(
              "PUT",
              "/v1/business-date",
              null,
              "{\"date\":\"tomorrow\"}",
              400,
              "invalid-request",
              "Content-Type",
              "application/json"));
}
