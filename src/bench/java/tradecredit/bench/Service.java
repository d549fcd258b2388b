package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running service: a process of its own on loopback, with its own working folder. */
final class Service implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final Process process;
  private final Path folder;
  private final Requests requests;
  private final Thread stopper = new Thread(this::kill);
  private long startNanos;

  private Service(Process process, Path folder, Requests requests) {
    this.process = process;
    this.folder = folder;
    this.requests = requests;
  }

  /** Starts the process and waits for its first answer of 200 to a GET of {@code path}. */
  static Service await(ProcessBuilder builder, Path folder, Requests requests, String path)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Service service = new Service(builder.start(), folder, requests);
    Runtime.getRuntime().addShutdownHook(service.stopper);
    try {
      service.awaitAnswer(path);
      service.startNanos = System.nanoTime() - begun;
      return service;
    } catch (IOException | InterruptedException | RuntimeException fault) {
      service.close();
      throw fault;
    }
  }

  private void awaitAnswer(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!answers(path)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the service did not start:\n" + log());
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private boolean answers(String path) {
    try (HttpConnection connection = connect()) {
      byte[] request = path.equals("/health") ? requests.getPublic(path) : requests.get(path);
      return connection.exchange(request).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Milliseconds from the process's start to its first answer. */
  double startMillis() {
    return startNanos / 1e6;
  }

  /** Opens one more connection. */
  HttpConnection connect() throws IOException {
    return new HttpConnection(requests.port());
  }

  /** What can be asked of it. */
  Requests requests() {
    return requests;
  }

  int port() {
    return requests.port();
  }

  /** Asks once, over a connection of its own. */
  HttpAnswer ask(byte[] request) throws IOException {
    try (HttpConnection connection = connect()) {
      return connection.exchange(request);
    }
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
    return status("VmHWM:");
  }

  /** The memory that is resident now, in megabytes; -1 where the system does not tell. */
  long residentMegabytes() throws IOException {
    return status("VmRSS:");
  }

  private long status(String name) throws IOException {
    Path status = Path.of("/proc/%d/status".formatted(process.pid()));
    if (!Files.exists(status)) {
      return -1;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(-1);
    }
  }

  /** Stops the process where it is, so that it takes nothing from what is measured meanwhile. */
  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets a paused process go on. */
  void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("kill %s ended with %d".formatted(signal, status));
    }
  }

  /** Asks the process to end and waits for so long until it has; its exit status. */
  int stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
      }
      return process.isAlive() ? -1 : process.exitValue();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    stop(STOP);
    Runtime.getRuntime().removeShutdownHook(stopper);
  }

  private void kill() {
    process.destroyForcibly();
  }
}
