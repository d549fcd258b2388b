package tradecredit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The classes that a start on PostgreSQL loads beside those of one on the embedded database. Only
 * classes that are linked go into an AOT cache.
 */
final class PostgresClasses {

  private static final String SUFFIX = ".class";

  /** Where they are in the jar. */
  private static final List<String> FOLDERS =
      List.of(
          "org/postgresql/Driver",
          "org/postgresql/PG",
          "org/postgresql/core/",
          "org/postgresql/hostchooser/",
          "org/postgresql/jdbc/",
          "org/postgresql/util/",
          "org/flywaydb/database/postgresql/");

  private PostgresClasses() {}

  /**
   * Links all of them; none where the service does not run from its jar.
   *
   * @throws IllegalStateException if the jar has none, so that no cache is trained without them
   *     unnoticed
   */
  static void link() throws IOException {
    Path jar = jar();
    if (!Files.isRegularFile(jar)) {
      return;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      long linked =
          file.stream()
              .map(JarEntry::getName)
              .filter(name -> FOLDERS.stream().anyMatch(name::startsWith) && name.endsWith(SUFFIX))
              .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
              .filter(PostgresClasses::link)
              .count();
      if (linked == 0) {
        throw new IllegalStateException("no class for PostgreSQL in " + jar);
      }
    }
  }

  private static Path jar() {
    try {
      return Path.of(
          PostgresClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException("the jar is nowhere", fault);
    }
  }

  private static boolean link(String name) {
    try {
      // Who asks for the methods of a class gets it linked, but not initialized.
      Object[] _ =
          Class.forName(name, false, PostgresClasses.class.getClassLoader()).getDeclaredMethods();
      return true;
    } catch (ClassNotFoundException | LinkageError optional) {
      // It is for a library that is not here: no start loads it.
      return false;
    }
  }
}
