package tradecredit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tradecredit.access.OwnersAlone;

/** Starts the service. */
public final class Application {

  private Application() {}

  /** Starts on the embedded database unless {@code MICRONAUT_ENVIRONMENTS} names another. */
  public static void main(String[] args) {
    if (System.getenv("MICRONAUT_ENVIRONMENTS") == null
        && System.getenv("DATASOURCES_DEFAULT_URL") == null) {
      makeDataFolder();
    }
    new ServiceStart()
        .args(args)
        .banner(false)
        .mainClass(Application.class)
        .deduceEnvironment(false)
        .defaultEnvironments("h2")
        .propertySources(ManagementPort.unlessConfigured(args))
        .start();
  }

  /**
   * Where the embedded book and the first keys are kept: made for the service's own user alone,
   * before anything writes to it. One that is there already stays as it is.
   */
  private static void makeDataFolder() {
    Path folder = Path.of("data");
    try {
      Files.createDirectories(folder, OwnersAlone.folder(folder));
    } catch (IOException fault) {
      ServiceStart.fail(
          new UncheckedIOException("the folder " + folder + " cannot be made here", fault));
    }
  }
}
