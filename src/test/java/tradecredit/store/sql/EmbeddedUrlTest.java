package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An embedded book loses nothing that was acknowledged, wherever its URL has the file. */
class EmbeddedUrlTest {

  private static final String ADDED =
      ";WRITE_DELAY=0;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE";

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:/srv/ledger, ';LOCK_TIMEOUT=10000'",
    "jdbc:h2:/srv/ledger;LOCK_TIMEOUT=500, ''",
    "'jdbc:h2:~/ledger; lock_timeout = 500', ''"
  })
  void what_it_does_not_say_is_added(String url, String more) {
    assertThat(EmbeddedUrl.completed(url)).isEqualTo(url + ADDED + more);
  }

  @Test
  void what_it_says_likewise_is_not_said_twice() {
    String url = "jdbc:h2:file:./ledger;Write_Delay=0;DB_CLOSE_ON_EXIT=false";
    assertThat(EmbeddedUrl.completed(url))
        .isEqualTo(url + ";REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;LOCK_TIMEOUT=10000");
  }

  @Test
  void what_would_lose_postings_is_refused() {
    assertThatThrownBy(() -> EmbeddedUrl.completed("jdbc:h2:file:./ledger;WRITE_DELAY=500"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("datasources.default.url: WRITE_DELAY must be 0, or left out, not 500");
  }

  @Test
  void a_service_opens_its_file_so() throws SQLException {
    TestDatabase.Fresh made = TestDatabase.H2.fresh();
    String bare = made.url().substring(0, made.url().indexOf(';'));
    TestDatabase.Fresh book =
        new TestDatabase.Fresh(made.kind(), bare, made.username(), made.keys());
    try (Service service = Service.on(book, Map.of());
        Connection connection =
            DelegatingDataSource.unwrapDataSource(service.context().getBean(DataSource.class))
                .getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT setting_name, setting_value FROM information_schema.settings")) {
      Map<String, String> settings = new TreeMap<>();
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
      assertThat(settings)
          .containsEntry("WRITE_DELAY", "0")
          .containsEntry("MAX_COMPACT_TIME", "0")
          .containsEntry("REUSE_SPACE", "FALSE");
    }
  }
}
