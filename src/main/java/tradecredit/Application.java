package tradecredit;

import java.io.UncheckedIOException;

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

  private static void makeDataFolder() {
    try {
      DataFolder.make();
    } catch (UncheckedIOException fault) {
      ServiceStart.fail(fault);
    }
  }
}
