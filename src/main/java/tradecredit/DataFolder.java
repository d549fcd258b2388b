package tradecredit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the embedded book and the first keys are kept: made for the service's own user alone,
 * before anything writes to it. One that is there already stays as it is.
 */
final class DataFolder {

  private static final Path FOLDER = Path.of("data");

  private DataFolder() {}

  static void make() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownersAlone =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(FOLDER, ownersAlone);
    } catch (IOException fault) {
      throw new UncheckedIOException("the folder " + FOLDER + " cannot be made here", fault);
    }
  }
}
