package tradecredit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Temporary folders, which are gone when the run ends, however it ends. */
final class Folders {

  private Folders() {}

  /** Makes a temporary folder for that purpose. */
  static Path temporary(String purpose) throws IOException {
    Path folder = Files.createTempDirectory("trade-credit-bench-" + purpose);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  /** Deletes a folder and all that is in it, where it is still there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException fault) {
      System.err.println("not deleted: " + folder + ": " + fault);
    }
  }
}
