package tradecredit.store.sql;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Adds to the embedded book's URL, wherever that has the file, what H2 does not do by itself and
 * the book relies on:
 *
 * <ul>
 *   <li>{@code WRITE_DELAY=0}: a commit is in the file before it is acknowledged.
 *   <li>{@code REUSE_SPACE=FALSE}: what H2 itself writes as it opens the file goes to the file's
 *       end. Before the service writes, {@link Shield} lets room be used again, and says why not
 *       earlier.
 *   <li>{@code MAX_COMPACT_TIME=0}: the file is closed as it is. H2 would move its chunks first,
 *       for a fifth of a second.
 *   <li>{@code DB_CLOSE_ON_EXIT=FALSE}: the book is closed when all are answered, not at once when
 *       the process is told to end.
 *   <li>{@code LOCK_TIMEOUT=10000}, unless the URL has another: one who writes waits so long, in
 *       milliseconds, for a row that another writes.
 * </ul>
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "H2")
final class EmbeddedUrl implements BeanCreatedEventListener<DatasourceConfiguration> {

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("WRITE_DELAY", "0", true),
          new Setting("REUSE_SPACE", "FALSE", true),
          new Setting("MAX_COMPACT_TIME", "0", true),
          new Setting("DB_CLOSE_ON_EXIT", "FALSE", true),
          new Setting("LOCK_TIMEOUT", "10000", false));

  /** One of H2's, as it is added, and whether the book cannot do with another. */
  private record Setting(String name, String value, boolean isBinding) {

    /** What the URL itself says. */
    Optional<String> in(String url) {
      return Pattern.compile(";\\s*%s\\s*=([^;]*)".formatted(name), Pattern.CASE_INSENSITIVE)
          .matcher(url)
          .results()
          .map((MatchResult found) -> found.group(1).strip())
          .findFirst();
    }
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration book = event.getBean();
    book.setUrl(completed(book.getUrl()));
    return book;
  }

  /**
   * The URL with all of them.
   *
   * <p>Example: {@code jdbc:h2:file:/srv/ledger} becomes {@code
   * jdbc:h2:file:/srv/ledger;WRITE_DELAY=0;REUSE_SPACE=FALSE} and so on.
   *
   * @throws IllegalArgumentException if it says otherwise of one that is binding
   */
  static String completed(String url) {
    StringBuilder completed = new StringBuilder(url);
    for (Setting setting : SETTINGS) {
      Optional<String> own = setting.in(url);
      if (own.isEmpty()) {
        completed.append(';').append(setting.name()).append('=').append(setting.value());
      } else if (setting.isBinding() && !own.get().equalsIgnoreCase(setting.value())) {
        throw new IllegalArgumentException(
            "datasources.default.url: %s must be %s, or left out, not %s"
                .formatted(setting.name(), setting.value(), own.get()));
      }
    }
    return completed.toString();
  }
}
