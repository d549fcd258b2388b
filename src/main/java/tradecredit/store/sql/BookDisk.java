package tradecredit.store.sql;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.management.health.indicator.diskspace.DiskSpaceIndicatorConfiguration;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which disk the health speaks of: the embedded book's, wherever its URL puts the file, and not the
 * one that the service was started from. PostgreSQL looks after its own ({@code
 * endpoints.health.disk-space.enabled}).
 */
@Singleton
@Replaces(DiskSpaceIndicatorConfiguration.class)
@Requires(property = "datasources.default.dialect", value = "H2")
class BookDisk extends DiskSpaceIndicatorConfiguration {

  /** The path of the file in a URL of H2's, up to its settings; none of a book that has no file. */
  private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?(~?[^:;]+)(?:;.*)?");

  /**
   * Takes what is configured, and the folder of the book's file where no other is.
   *
   * @param threshold in bytes: with less left the service is down
   */
  BookDisk(
      @Property(name = "datasources.default.url") String url,
      @Nullable @Property(name = "endpoints.health.disk-space.path") File configured,
      @ReadableBytes @Value("${endpoints.health.disk-space.threshold:10MB}") long threshold) {
    if (configured == null) {
      folder(url).ifPresent(this::setPath);
    } else {
      setPath(configured);
    }
    setThreshold(threshold);
  }

  static Optional<File> folder(String url) {
    Matcher file = FILE.matcher(url);
    if (!file.matches()) {
      return Optional.empty();
    }
    // As H2 reads it.
    String path =
        file.group(1).replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")));
    return Optional.ofNullable(Path.of(path).toAbsolutePath().normalize().getParent())
        .map(Path::toFile);
  }
}
