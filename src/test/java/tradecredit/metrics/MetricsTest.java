package tradecredit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What the service did can be read by its operator, and by nobody else. */
class MetricsTest {

  private static final String PATH = "/prometheus";
  private static final String DAY = "2001-05-16";
  private static final String INVOICES = Client.AUXER + "/invoices";

  /** A line of the text format: a meter with its labels, and its value. */
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][^ #]*) (\\S+)$");

  private static final Pattern FAMILY =
      Pattern.compile("(?m)^# TYPE ((?:tradecredit|http)_\\w+) \\w+$");

  private static final Pattern DOCUMENTED = Pattern.compile("`((?:tradecredit|http)_\\w+)`");

  private static Client management(Service service) {
    int port = service.context().getRequiredProperty("endpoints.all.port", Integer.class);
    return new Client(URI.create("http://127.0.0.1:" + port), service.database().keys());
  }

  private static String text(Service service) {
    Client.Answer answer = management(service).as("operator-admin").get(PATH);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
    return answer.text();
  }

  private static Map<String, Double> samples(Service service) {
    Map<String, Double> samples = new TreeMap<>();
    Matcher sample = SAMPLE.matcher(text(service));
    while (sample.find()) {
      samples.put(sample.group(1), Double.valueOf(sample.group(2)));
    }
    return samples;
  }

  private static String requests(String method, int status, String route) {
    return "http_server_requests_seconds_count{method=\"%s\",status=\"%s\",uri=\"%s\"}"
        .formatted(method, status, route);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void decisions_replays_and_requests_are_counted(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String invoice = Json.auxerInvoice("A-1", DAY, "10.00");
      assertThat(client.post(INVOICES, "k", invoice).status()).isEqualTo(201);
      assertThat(client.post(INVOICES, "k", invoice).status()).isEqualTo(201);
      assertThat(client.post(INVOICES, Json.auxerInvoice("A-2", DAY, "50000.00")).status())
          .isEqualTo(422);
      assertThat(client.get(Client.AUXER + "/balance").status()).isEqualTo(200);
      assertThat(client.get("/nowhere/" + "x".repeat(50)).status()).isEqualTo(404);

      String decided = "tradecredit_decisions_total{account=\"auxer-to-kattosko\",act=\"invoice\",";
      String account = "{account=\"auxer-to-kattosko\"}";
      Map<String, Double> samples = samples(service);
      assertThat(samples)
          .containsEntry(decided + "outcome=\"posted\"}", 1.0)
          .containsEntry(decided + "outcome=\"credit-limit-exceeded\"}", 1.0)
          .containsEntry("tradecredit_replays_total" + account, 1.0)
          .containsEntry("tradecredit_lane_batch_seconds_count" + account, 3.0)
          .containsEntry("tradecredit_lane_batch_size_sum" + account, 3.0)
          .containsEntry("tradecredit_lane_waiting" + account, 0.0)
          .containsEntry("tradecredit_lane_capacity" + account, 100000.0)
          .containsEntry(requests("POST", 201, "/v1/accounts/{accountId}/invoices"), 2.0)
          .containsEntry(requests("POST", 422, "/v1/accounts/{accountId}/invoices"), 1.0)
          .containsEntry(requests("GET", 200, "/v1/accounts/{accountId}/balance"), 1.0)
          .containsEntry(requests("GET", 404, "none"), 1.0);
      assertThat(samples.keySet())
          .anyMatch(sample -> sample.startsWith("hikaricp_connections_active{"))
          .anyMatch(sample -> sample.startsWith("jvm_gc_"))
          .anyMatch(sample -> sample.startsWith("process_uptime_seconds"));
      Invariants.hold(service.database());
    }
  }

  @Test
  void attempts_to_deliver_are_counted_by_what_came_of_them() {
    try (Receiver good = Receiver.answering(204);
        Receiver bad = Receiver.answering(500);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      Webhooks.of(service).make(good.url());
      Webhooks.of(service).make(bad.url());
      assertThat(service.client().post(INVOICES, Json.auxerInvoice("A-1", DAY, "1.00")).status())
          .isEqualTo(201);
      for (String outcome : Set.of("delivered", "refused")) {
        String attempts =
            "tradecredit_webhook_attempt_seconds_count{outcome=\"%s\"}".formatted(outcome);
        Awaiting.until(outcome, () -> samples(service).getOrDefault(attempts, 0.0) >= 1);
      }
      Invariants.hold(service.database());
    }
  }

  @Test
  void how_late_an_event_was_delivered_is_timed_unless_it_was_sent_again_by_hand() {
    String delays = "tradecredit_webhook_delay_seconds_count";
    String delivered = "tradecredit_webhook_attempt_seconds_count{outcome=\"delivered\"}";
    try (Receiver receiver = Receiver.answering(500);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      service.client().post(INVOICES, Json.auxerInvoice("A-1", DAY, "1.00"));
      receiver.await(1);
      receiver.behave(Receiver.status(204));
      webhooks.awaitQuiet(endpoint);
      assertThat(samples(service)).containsEntry(delivered, 1.0).containsEntry(delays, 1.0);

      String message = webhooks.deliveries(endpoint, "delivered").get(0).get("messageId").asText();
      String again = endpoint.path() + "/deliveries/" + message + "/redelivery";
      assertThat(webhooks.client().send("POST", again, null, null).status()).isEqualTo(202);
      Awaiting.until("again", () -> samples(service).getOrDefault(delivered, 0.0) == 2);
      assertThat(samples(service)).containsEntry(delays, 1.0);
      Invariants.hold(service.database());
    }
  }

  @Test
  void only_the_operator_reads_them_and_only_on_the_management_port() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client management = management(service);
      assertThat(management.with(null).get(PATH).status()).isEqualTo(401);
      assertThat(management.as("auxer-telecom-admin").get(PATH).status()).isEqualTo(403);
      assertThat(management.as("kattosko-auditor").get(PATH).status()).isEqualTo(403);
      assertThat(service.client().as("operator-admin").get(PATH).status()).isEqualTo(404);
      Client.Answer made =
          service
              .client()
              .post(
                  "/v1/api-keys",
                  "{\"party\":\"operator\",\"roles\":[\"finance\"],\"description\":\"Prometheus\"}");
      assertThat(made.status()).as("%s", made).isEqualTo(201);
      assertThat(management.with(made.json().get("key").asText()).get(PATH).status())
          .isEqualTo(200);
    }
  }

  @Test
  void the_page_for_operators_lists_them_all() throws IOException {
    Set<String> documented = new TreeSet<>();
    Matcher row = DOCUMENTED.matcher(Files.readString(Path.of("config", "OPERATING.md")));
    while (row.find()) {
      documented.add(row.group(1));
    }
    try (Receiver receiver = Receiver.answering(204);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      Webhooks.of(service).make(receiver.url());
      service.client().post(INVOICES, Json.auxerInvoice("A-1", DAY, "1.00"));
      Awaiting.until("all are served", () -> families(service).equals(documented));
    } catch (AssertionError others) {
      throw new AssertionError("documented: " + documented, others);
    }
  }

  /** Of each family its own name: what is highest of late is a part of it. */
  private static Set<String> families(Service service) {
    Set<String> families = new TreeSet<>();
    Matcher family = FAMILY.matcher(text(service));
    while (family.find()) {
      if (!family.group(1).endsWith("_max")) {
        families.add(family.group(1));
      }
    }
    return families;
  }
}
