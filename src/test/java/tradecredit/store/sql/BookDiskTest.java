package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.management.health.indicator.diskspace.DiskSpaceIndicator;
import io.micronaut.management.health.indicator.diskspace.DiskSpaceIndicatorConfiguration;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The health speaks of the disk that the book is on. */
class BookDiskTest {

  @Test
  void on_the_embedded_database_it_is_that_of_its_file() {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    String file = database.url().replaceFirst("jdbc:h2:file:([^;]+);.*", "$1");
    try (Service service = Service.on(database, Map.of())) {
      DiskSpaceIndicatorConfiguration disk =
          service.context().getBean(DiskSpaceIndicatorConfiguration.class);
      assertThat(service.context().containsBean(DiskSpaceIndicator.class)).isTrue();
      assertThat(disk.getPath()).isEqualTo(new File(file).getParentFile()).isDirectory();
      assertThat(disk.getThreshold()).isEqualTo(10 << 20);
      assertThat(service.client().get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void the_operator_may_name_another_and_how_much_is_to_be_free() {
    Map<String, String> more =
        Map.of(
            "endpoints.health.disk-space.path", "/",
            "endpoints.health.disk-space.threshold", "9000000000MB");
    try (Service service = Service.on(TestDatabase.H2.fresh(), more)) {
      ApplicationContext context = service.context();
      assertThat(context.getBean(DiskSpaceIndicatorConfiguration.class).getPath())
          .isEqualTo(new File("/"));
      assertThat(service.client().get("/health").status()).isEqualTo(503);
    }
  }

  @Test
  void on_postgresql_no_disk_is_looked_at() {
    try (Service service = Service.on(TestDatabase.POSTGRES)) {
      assertThat(service.context().containsBean(DiskSpaceIndicator.class)).isFalse();
      assertThat(service.client().get("/health").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./data/ledger;WRITE_DELAY=0, data",
    "jdbc:h2:./data/ledger, data",
    "jdbc:h2:ledger, ''",
    "jdbc:h2:file:/srv/books/ledger;LOCK_TIMEOUT=10, /srv/books",
  })
  void the_folder_is_found_as_h2_finds_it(String url, String folder) {
    assertThat(BookDisk.folder(url)).contains(Path.of(folder).toAbsolutePath().toFile());
  }

  @Test
  void a_book_in_the_users_home_is_found_and_one_without_a_file_has_no_folder() {
    assertThat(BookDisk.folder("jdbc:h2:~/ledger"))
        .contains(new File(System.getProperty("user.home")));
    assertThat(BookDisk.folder("jdbc:h2:mem:ledger")).isEmpty();
    assertThat(BookDisk.folder("jdbc:h2:tcp://elsewhere/ledger")).isEmpty();
  }
}
