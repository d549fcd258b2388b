package tradecredit.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders for the service's own user alone, where the file system knows such a thing;
 * elsewhere they are as the system makes them.
 */
public final class OwnersAlone {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersAlone() {}

  /** What makes a new file at {@code place} its owner's alone. */
  static FileAttribute<?>[] file(Path place) {
    return attributes(place, FILE);
  }

  /** What makes a new folder at {@code place} its owner's alone. */
  public static FileAttribute<?>[] folder(Path place) {
    return attributes(place, FOLDER);
  }

  /** Whether nobody else could have read or written a file: else it is no secret. */
  static boolean is(Path file) throws IOException {
    return !isPosix(file)
        || FILE.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
  }

  private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions) {
    return isPosix(place)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
