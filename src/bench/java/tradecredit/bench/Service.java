package tradecredit.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service, as a process of its own on loopback, with its own temporary working folder. */
final class Service implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final int port;
  private final Path folder;
  private final Keys keys;
  private final Thread stopper = new Thread(this::kill);

  private Service(Process process, int port, Path folder, Keys keys) {
    this.process = process;
    this.port = port;
    this.folder = folder;
    this.keys = keys;
  }

  /** Starts the jar on {@code database} with this much heap, and waits until it says it is up. */
  static Service start(Settings settings, Database database, String heap)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("trade-credit-bench");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-Xmx" + heap);
    command.addAll(settings.serviceOptions());
    command.addAll(List.of("-jar", settings.jar().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile());
    builder.environment().putAll(environment(settings, database, port));
    Service service = new Service(builder.start(), port, folder, new Keys(database.keys()));
    Runtime.getRuntime().addShutdownHook(service.stopper);
    try {
      service.awaitHealth();
      return service;
    } catch (IOException | InterruptedException | RuntimeException fault) {
      service.close();
      throw fault;
    }
  }

  private static Map<String, String> environment(Settings settings, Database database, int port) {
    return Map.of(
        "MICRONAUT_ENVIRONMENTS",
        "postgres",
        "MICRONAUT_SERVER_PORT",
        Integer.toString(port),
        "DATASOURCES_DEFAULT_URL",
        database.url(),
        "DATASOURCES_DEFAULT_USERNAME",
        "postgres",
        "DATASOURCES_DEFAULT_PASSWORD",
        "",
        "TRADECREDIT_BUSINESS_DATE_MODE",
        "manual",
        "TRADECREDIT_ACCESS_KEY_FOLDER",
        database.keys().toString(),
        "TRADECREDIT_AGREEMENT_FILE",
        settings.agreement().toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitHealth() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isHealthy()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the service did not start:\n" + log());
      }
      Thread.sleep(200);
    }
  }

  private boolean isHealthy() {
    try (HttpConnection connection = connect()) {
      return connection.getPublic("/health").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Opens one more connection. */
  HttpConnection connect() throws IOException {
    return new HttpConnection(port, keys);
  }

  /** What the service has written so far. */
  String log() throws IOException {
    return Files.readString(folder.resolve("service.log"));
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** The most memory that was ever resident, in megabytes; -1 where the system does not tell. */
  long peakResidentMegabytes() throws IOException {
    Path status = Path.of("/proc/%d/status".formatted(process.pid()));
    if (!Files.exists(status)) {
      return -1;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(-1);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(stopper);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(Service::delete);
    }
  }

  private static void delete(java.io.File file) {
    if (!file.delete()) {
      file.deleteOnExit();
    }
  }

  private void kill() {
    process.destroyForcibly();
  }
}
