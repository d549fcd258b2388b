package tradecredit.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own; it can be killed. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final Client client;

  private ServiceProcess(Process process, Client client) {
    this.process = process;
    this.client = client;
  }

  /**
   * Starts the jar in {@code folder} with more environment variables, and waits until it answers.
   */
  public static ServiceProcess start(Path folder, Map<String, String> environment) {
    int port = FreePorts.next();
    Map<String, String> all = new HashMap<>(environment);
    all.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    all.put("TRADECREDIT_BUSINESS_DATE_MODE", "manual");
    String java = ProcessHandle.current().info().command().orElseThrow();
    Path jar = Path.of("target", "trade-credit-ledger.jar").toAbsolutePath();
    // With C1 alone, unlike an operator's: these processes live for seconds, and start sooner so.
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    builder.environment().putAll(all);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "service.log")));
    Client client =
        new Client(URI.create("http://127.0.0.1:" + port), folder.resolve("data").resolve("keys"));
    try {
      Process process = builder.start();
      try {
        ServiceProcess service = new ServiceProcess(process, client);
        service.awaitHealth();
        return service;
      } catch (RuntimeException | Error fault) {
        process.destroyForcibly();
        throw fault;
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void awaitHealth() {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isHealthy()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the service did not start; see service.log");
      }
      pause();
    }
  }

  private boolean isHealthy() {
    try {
      return client.with(null).get("/health").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The client. */
  public Client client() {
    return client;
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM, and waits for the end. */
  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the service did not stop within 30 s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
