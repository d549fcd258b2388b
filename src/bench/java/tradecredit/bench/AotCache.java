package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK 25 AOT cache of the service, trained as the image's is: the same options of the JVM, which
 * are read from the Dockerfile, and the same session on the embedded database. On top of it the
 * training may go on under load for a while, so that more methods have profiles.
 */
final class AotCache {

  private static final Pattern OPTION = Pattern.compile("^\\s+(-XX:[+-]\\S+|-XX:\\w+=\\S+) \\\\$");
  private static final int ENDED_BY_SIGTERM = 143;

  /** After SIGTERM the cache is put together, which takes a while on a busy machine. */
  private static final Duration ASSEMBLY = Duration.ofMinutes(5);

  private static final int INVOICES = 40;

  /** At their face value they reach the limit, but for less than anybody owes by then. */
  private static final int MOST_CARDS = 999_999_999;

  private static final int CONNECTIONS = 16;
  private static final String ACCOUNT = "/v1/accounts/auxer-to-kattosko";

  private final Path file;
  private final List<String> options;

  private AotCache(Path file, List<String> options) {
    this.file = file;
    this.options = options;
  }

  /** The options of the service's JVM in the image, without and with a cache alike. */
  static List<String> imageOptions(Path dockerfile) throws IOException {
    List<String> options =
        Files.readAllLines(dockerfile).stream()
            .map(OPTION::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .filter(option -> !option.startsWith("-XX:AOT"))
            .toList();
    if (options.stream().noneMatch(option -> option.contains("UseSerialGC"))) {
      throw new IllegalStateException("the JVM options are not where they were in " + dockerfile);
    }
    return options;
  }

  /** Trains a cache; see {@link Desk#cache}. */
  static AotCache train(Desk desk) throws Exception {
    Settings settings = desk.settings();
    List<String> options = imageOptions(settings.dockerfile());
    Path folder = Folders.temporary("training");
    Path file = folder.resolve("ledger.aot");
    Launch launch =
        new Launch(settings.jar())
            .agreement(settings.agreement())
            .in(folder)
            .options(options)
            .options(List.of("-Xlog:aot=error", "-XX:AOTCacheOutput=" + file));
    try (Service service = launch.start()) {
      session(service);
      underLoad(service, settings.training());
      int status = service.stop(ASSEMBLY);
      if (status != ENDED_BY_SIGTERM || !Files.exists(file)) {
        throw new IllegalStateException(
            "the training ended with %d:%n%s".formatted(status, service.log()));
      }
    }
    desk.report().say("trained a cache of %d MB".formatted(Files.size(file) / 1_000_000));
    return new AotCache(file, options);
  }

  /** The options of a start that must use it. */
  List<String> options() {
    List<String> all = new ArrayList<>(options);
    all.add("-XX:AOTCache=" + file);
    all.add("-XX:AOTMode=on");
    return all;
  }

  /** What the Dockerfile's training asks, status by status. */
  private static void session(Service service) throws IOException {
    Requests requests = service.requests();
    service.ask(requests.getPublic("/health")).require(200);
    service.ask(requests.get("/v1/agreements")).require(200);
    service.ask(requests.get("/v1/accounts")).require(200);
    for (int n = 1; n <= INVOICES; n++) {
      post(service, "invoices", "i-" + n, invoice("T-" + n, 1, 30), 201);
      service.ask(requests.get(ACCOUNT + "/balance")).require(200);
      service.ask(requests.get(ACCOUNT + "/aging")).require(200);
    }
    post(service, "invoices", "i-1", invoice("T-1", 1, 30), 201);
    post(service, "invoices", "i-409", invoice("T-1", 1, 30), 409);
    post(service, "invoices", "i-422", invoice("T-422", MOST_CARDS, 0), 422);
    post(service, "invoices", "i-400", "{}", 400);
    String payment =
        "{\"reference\":\"P-1\",\"receivedDate\":\"2001-05-16\",\"method\":\"wire\",\"amount\":\"100.00\"}";
    post(service, "payments", "p-1", payment, 201);
    service.ask(requests.get(ACCOUNT + "/invoices")).require(200);
    service.ask(requests.get(ACCOUNT + "/entries")).require(200);
    service.ask(requests.get("/nowhere")).require(404);
  }

  private static String invoice(String number, int quantity, int discount) {
    return """
    {"number":"%s","invoiceDate":"2001-05-16","lines":[{"product":"auxer-direct","faceValue":"10.00",\
    "quantity":%d,"discount":"%d"}]}\
    """
        .formatted(number, quantity, discount);
  }

  private static void post(Service service, String what, String key, String body, int status)
      throws IOException {
    String head =
        service
            .requests()
            .postHead(
                ACCOUNT + "/" + what, "application/json", key, "Content-Length: " + body.length());
    service.ask(Requests.ascii(head + body)).require(status);
  }

  private static void underLoad(Service service, Duration length) throws Exception {
    if (length.isZero()) {
      return;
    }
    Books.open(service);
    byte[] poll = service.requests().get(ACCOUNT + "/balance");
    Duration half = length.dividedBy(2);
    InvoicePosts.side(service, new Invoices()).run(CONNECTIONS, half, Costs.none());
    SameRequest.side(service, poll, 200).run(CONNECTIONS, half, Costs.none());
  }
}
