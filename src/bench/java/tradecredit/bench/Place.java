package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a service is started as the image starts it: on the embedded database, or on PostgreSQL.
 * The book is there already, and its business date is that of the bench.
 */
final class Place {

  private final String name;
  private final Supplier<Launch> launch;
  private final List<String> options;

  private Place(String name, Supplier<Launch> launch, List<String> options) {
    this.name = name;
    this.launch = launch;
    this.options = options;
  }

  /** Both, each with a book of its own, opened. */
  static List<Place> all(Desk desk, String purpose)
      throws IOException, SQLException, InterruptedException {
    List<String> options = AotCache.imageOptions(desk.settings().dockerfile());
    Path home = Folders.temporary(purpose);
    Database database = desk.database(purpose);
    List<Place> places =
        List.of(
            new Place("embedded", () -> image(desk).in(home), options),
            new Place("PostgreSQL", () -> image(desk).on(database), options));
    for (Place place : places) {
      try (Service first = place.without().start()) {
        Books.open(first);
      }
    }
    return places;
  }

  private static Launch image(Desk desk) {
    return new Launch(desk.settings().jar()).agreement(desk.settings().agreement());
  }

  String name() {
    return name;
  }

  /** A launch without a cache. */
  Launch without() {
    return launch.get().options(options);
  }

  /** A launch that fails where it cannot use the cache. */
  Launch with(AotCache cache) {
    return launch.get().options(cache.options());
  }
}
