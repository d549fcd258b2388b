package tradecredit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.support.FreePorts;

/** How a service is started; each step adds to it. */
final class Launch {

  private static final String MAIN = "tradecredit.Application";

  private final Path jar;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Path folder;
  private @Nullable Path keys;
  private @Nullable Path more;

  Launch(Path jar) {
    this.jar = jar;
    // The driver is one principal: what it may ask a minute is no part of what is measured.
    with("TRADECREDIT_ACCESS_REQUESTS", "1000000000");
    with("TRADECREDIT_BUSINESS_DATE_MODE", "manual");
  }

  /** On a database of the run's PostgreSQL. */
  Launch on(Database database) {
    keys = database.keys();
    return with("MICRONAUT_ENVIRONMENTS", "postgres")
        .with("DATASOURCES_DEFAULT_URL", database.url())
        .with("DATASOURCES_DEFAULT_USERNAME", "postgres")
        .with("DATASOURCES_DEFAULT_PASSWORD", "")
        .with("TRADECREDIT_ACCESS_KEY_FOLDER", database.keys().toString());
  }

  /** On the embedded database in this folder, which stays. */
  Launch in(Path workingFolder) {
    folder = workingFolder;
    keys = workingFolder.resolve("data/keys");
    return this;
  }

  /** Serves that agreement. */
  Launch agreement(Path file) {
    return with("TRADECREDIT_AGREEMENT_FILE", file.toString());
  }

  /** An environment variable of the service. */
  Launch with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The most that the service's heap may have. */
  Launch heap(String size) {
    return options(List.of("-Xmx" + size));
  }

  /** Options of the service's JVM. */
  Launch options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** Adds the bench's own routes and beans, which the product does not have. */
  Launch withExtras() throws IOException {
    more = Extras.folder();
    return this;
  }

  /** Starts it and waits until it says that it is up. */
  Service start() throws IOException, InterruptedException {
    return startUntil("/health");
  }

  /** Starts it and waits until it answers 200 to a GET of this path. */
  Service startUntil(String path) throws IOException, InterruptedException {
    Path home = folder == null ? Folders.temporary("service") : folder;
    int port = FreePorts.next();
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("service.log").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    Path known = keys == null ? home.resolve("data/keys") : keys;
    return Service.await(builder, home, new Requests(port, new Keys(known)), path);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    if (more == null) {
      command.addAll(List.of("-jar", jar.toString()));
    } else {
      command.addAll(List.of("-classpath", jar + File.pathSeparator + more, MAIN));
    }
    return command;
  }
}
