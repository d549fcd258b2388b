package tradecredit.store.sql;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Stops the start of a service on a book that a newer one has brought further: an older service
 * that posts to such a book would silently ignore what only the newer one knows. Flyway's own
 * default ignores unknown migrations that come after all known ones. A book that is behind is no
 * such book: it is brought up to date.
 */
final class NewerBook implements Callback {

  private NewerBook() {}

  /**
   * Has a migration that is unknown here stop {@code configuration}'s migration, and told so.
   *
   * @param others what else is called back
   */
  static void isRefusedBy(FluentConfiguration configuration, Callback... others) {
    Callback[] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = new NewerBook();
    configuration.ignoreMigrationPatterns(new String[0]).callbacks(all);
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_VALIDATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  /** Any other fault Flyway reports itself. */
  @Override
  public void handle(Event event, Context context) {
    MigrationInfo[] all =
        Flyway.configure().configuration(context.getConfiguration()).load().info().all();
    String unknown =
        Arrays.stream(all)
            .filter(NewerBook::isUnknown)
            .map(NewerBook::name)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new FlywayException(
          "This service is older than its book: a newer one has brought the database further, by what this one does not know (%s). Nothing was changed. Start the newer service, or put back the copy of the book that was saved before it was upgraded"
              .formatted(unknown));
    }
  }

  private static boolean isUnknown(MigrationInfo migration) {
    MigrationState state = migration.getState();
    return state.isApplied() && !state.isResolved();
  }

  /** A repeatable one has no version. */
  private static String name(MigrationInfo migration) {
    return migration.isVersioned()
        ? "migration %s, \"%s\"".formatted(migration.getVersion(), migration.getDescription())
        : "the repeatable migration \"%s\"".formatted(migration.getDescription());
  }

  @Override
  public String getCallbackName() {
    return "newer book";
  }
}
