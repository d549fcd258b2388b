package tradecredit.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bench's own part of a benched service: the classes of {@code tradecredit.bench.service} and
 * their entries for Micronaut, alone in a folder that stands beside the product's jar on the class
 * path. The jar itself never has them.
 */
final class Extras {

  private static final String PACKAGE = "tradecredit.bench.service.";
  private static final Path CLASSES = Path.of("tradecredit", "bench", "service");
  private static final Path ENTRIES = Path.of("META-INF", "micronaut");

  private Extras() {}

  /** Makes the folder. */
  static Path folder() throws IOException {
    Path root = compiled();
    Path folder = Folders.temporary("extras");
    copy(root, root.resolve(CLASSES), folder);
    copy(root, root.resolve(ENTRIES), folder);
    return folder;
  }

  private static Path compiled() {
    try {
      return Path.of(Extras.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException("the bench does not know where its classes are", fault);
    }
  }

  private static void copy(Path root, Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.filter(Files::isRegularFile).filter(file -> isOurs(root, file)).toList();
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("nothing of the bench's own service is in " + from);
    }
    for (Path file : files) {
      Path copy = to.resolve(root.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private static boolean isOurs(Path root, Path file) {
    return root.relativize(file).startsWith(CLASSES)
        || file.getFileName().toString().startsWith(PACKAGE);
  }
}
