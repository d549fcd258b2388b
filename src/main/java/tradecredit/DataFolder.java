package tradecredit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tradecredit.access.OwnersAlone;

/**
 * Where the embedded book and the first keys are kept: made for the service's own user alone,
 * before anything writes to it. One that is there already stays as it is.
 */
final class DataFolder {

  private static final Path FOLDER = Path.of("data");

  private DataFolder() {}

  static void make() {
    try {
      Files.createDirectories(FOLDER, OwnersAlone.folder(FOLDER));
    } catch (IOException fault) {
      throw new UncheckedIOException("the folder " + FOLDER + " cannot be made here", fault);
    }
  }
}
