package tradecredit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.money.Money;

/**
 * A short day at a book that is thrown away afterwards, of the configured agreement: the service is
 * started on the embedded database in a temporary folder, asked a little of everything over
 * loopback, and then kept under load. Run with {@code -XX:AOTCacheOutput} it trains an AOT cache:
 *
 * <pre>{@code java -XX:AOTCacheOutput=ledger.aot -cp trade-credit-ledger.jar tradecredit.Rehearsal}
 * </pre>
 *
 * <p>The cache (JEP 483) holds the classes that were loaded and (JEP 515) what was learned of their
 * methods: a start with it is quicker, and under load it is compiled sooner. The classes for the
 * other database are in it, too, but what is learned of them is not. An answer with another status
 * than expected ends the run with an error.
 */
public final class Rehearsal {

  /** How the name of its folder begins: with whose it is, among others of the machine. */
  static final String FOLDER = "rehearsal-%d-".formatted(ProcessHandle.current().pid());

  private static final int CLERKS = 16;
  private static final int ROUNDS = 40;
  private static final Duration LOAD = Duration.ofSeconds(5);
  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI service;
  private final RehearsedTrade trade;
  private final Money faceValue;
  private final LocalDate date;
  private final String bearer;

  private Rehearsal(URI service, Agreement agreement, Path keys) throws IOException {
    this.service = service;
    this.trade = RehearsedTrade.of(agreement, keys);
    this.faceValue = trade.faceValue();
    this.date = agreement.effectiveDate();
    this.bearer = Files.readString(trade.clerkKey()).strip();
  }

  /** Runs once; the first argument is how many seconds of load, 5 without. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    if (System.getenv("MICRONAUT_ENVIRONMENTS") != null) {
      throw new IllegalStateException(
          "the rehearsal is on the embedded database: unset MICRONAUT_ENVIRONMENTS");
    }
    Duration load = args.length == 0 ? LOAD : Duration.ofSeconds(Long.parseLong(args[0]));
    PostgresClasses.link();
    Path folder = Files.createTempDirectory(FOLDER);
    try (ApplicationContext context =
        Micronaut.build(new String[0])
            .banner(false)
            .mainClass(Application.class)
            .deduceEnvironment(false)
            .environments("h2")
            .properties(settings(folder))
            .propertySources(ManagementPort.unlessConfigured("micronaut.server.port"))
            .start()) {
      Rehearsal rehearsal =
          new Rehearsal(
              context.getBean(EmbeddedServer.class).getURI(),
              context.getBean(Agreement.class),
              folder.resolve("keys"));
      rehearsal.session();
      rehearsal.underLoad(load);
    } finally {
      delete(folder);
    }
  }

  /** Above what the environment says, so that no other book is touched. */
  private static Map<String, Object> settings(Path folder) {
    return Map.ofEntries(
        Map.entry("micronaut.server.host", "127.0.0.1"),
        Map.entry("micronaut.server.port", "-1"),
        Map.entry("datasources.default.url", "jdbc:h2:file:%s/ledger".formatted(folder)),
        Map.entry("datasources.default.driver-class-name", "org.h2.Driver"),
        Map.entry("datasources.default.username", "sa"),
        Map.entry("datasources.default.password", ""),
        Map.entry("datasources.default.dialect", "H2"),
        Map.entry(
            "flyway.datasources.default.locations",
            "classpath:db/migration/common,classpath:db/migration/h2"),
        Map.entry("tradecredit.access.key-folder", folder.resolve("keys").toString()),
        Map.entry(
            "tradecredit.access.encryption-key-file", folder.resolve("encryption.key").toString()),
        Map.entry("tradecredit.access.requests", String.valueOf(Integer.MAX_VALUE)),
        Map.entry("tradecredit.business-date.mode", "manual"));
  }

  /** A little of everything that is asked often. */
  private void session() throws IOException {
    String path = path();
    ask("GET", "/health", null, null, null, 200);
    ask("GET", "/v1/agreements", null, null, null, 200);
    ask("GET", "/v1/accounts", null, null, null, 200);
    Money advance = trade.advance();
    if (advance != null) {
      ask("POST", path + "/payments", "p-0", payment("P-0", advance.toString()), null, 201);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      ask("POST", path + "/invoices", "i-" + round, invoice("T-" + round), null, 201);
      ask("GET", path + "/balance", null, null, null, 200);
      ask("GET", path + "/aging", null, null, null, 200);
    }
    ask("POST", path + "/invoices", "i-1", invoice("T-1"), null, 201);
    ask("POST", path + "/invoices", "i-409", invoice("T-1"), null, 409);
    ask("POST", path + "/invoices", "i-422", refusedInvoice("T-422"), null, 422);
    ask("POST", path + "/invoices", "i-400", "{}", null, 400);
    ask("POST", path + "/payments", "p-1", payment("P-1", "0.10"), null, 201);
    ask("GET", path + "/invoices", null, null, null, 200);
    ask("GET", path + "/entries", null, null, null, 200);
    ask("GET", "/nowhere", null, null, null, 404);
  }

  /** Postings, then polls, from many clerks at once. */
  private void underLoad(Duration length) throws InterruptedException, ExecutionException {
    Duration half = length.dividedBy(2);
    try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
      together(clerks, half, this::postUntil);
      together(clerks, half, this::pollUntil);
    }
  }

  /** What one clerk does until an instant, by {@link System#nanoTime}. */
  @FunctionalInterface
  private interface Work {
    void run(long until, String prefix) throws IOException;
  }

  private static void together(ExecutorService clerks, Duration length, Work work)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + length.toNanos();
    List<Future<?>> all = new ArrayList<>();
    for (int clerk = 0; clerk < CLERKS; clerk++) {
      String prefix = "L-" + clerk + "-";
      all.add(
          clerks.submit(
              () -> {
                work.run(until, prefix);
                return prefix;
              }));
    }
    for (Future<?> clerk : all) {
      clerk.get();
    }
  }

  private void postUntil(long instant, String prefix) throws IOException {
    String path = path() + "/invoices";
    for (int n = 0; System.nanoTime() - instant < 0; n++) {
      ask("POST", path, prefix + n, invoice(prefix + n), null, 201);
    }
  }

  private void pollUntil(long instant, String prefix) throws IOException {
    String path = path() + "/balance";
    String tag = ask("GET", path, null, null, null, 200);
    while (System.nanoTime() - instant < 0) {
      ask("GET", path, null, null, null, 200);
      ask("GET", path, null, null, tag, 304);
    }
  }

  private String path() {
    return "/v1/accounts/" + trade.account().id();
  }

  private String invoice(String number) {
    return invoice(number, date, faceValue);
  }

  /** Over the limit; where the discount leaves too little of anything, of a day to come. */
  private String refusedInvoice(String number) {
    Money excessive = trade.excessiveFaceValue();
    return excessive == null
        ? invoice(number, date.plusDays(1), faceValue)
        : invoice(number, date, excessive);
  }

  private String invoice(String number, LocalDate invoiceDate, Money value) {
    return """
    {"number":"%s","invoiceDate":"%s","lines":[{"product":"%s","faceValue":"%s","quantity":1,"discount":"%s"}]}"""
        .formatted(number, invoiceDate, trade.product().id(), value, trade.discount());
  }

  private String payment(String reference, String amount) {
    return """
    {"reference":"%s","receivedDate":"%s","method":"wire","amount":"%s"}"""
        .formatted(reference, date, amount);
  }

  /** Asks, and returns the answer's ETag, or an empty text. */
  private String ask(
      String method,
      String path,
      @Nullable String key,
      @Nullable String body,
      @Nullable String tag,
      int expected)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) service.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestProperty("Authorization", "Bearer " + bearer);
    if (tag != null) {
      connection.setRequestProperty("If-None-Match", tag);
    }
    if (key != null && body != null) {
      connection.setRequestProperty("Idempotency-Key", key);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    String answer = read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    if (status != expected) {
      throw new IllegalStateException(
          "%s %s was answered %d, not %d: %s".formatted(method, path, status, expected, answer));
    }
    String given = connection.getHeaderField("ETag");
    return given == null ? "" : given;
  }

  /** To its end, so that the connection is used again. */
  private static String read(@Nullable InputStream body) throws IOException {
    if (body == null) {
      return "";
    }
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
