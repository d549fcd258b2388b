package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.agreement.AgreementFileException;
import tradecredit.support.FreePorts;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Why a start fails is told without the parts of the service that were being made. */
class ServiceStartTest {

  @TempDir Path folder;

  private static Throwable reason(TestDatabase kind, Map<String, String> settings) {
    Throwable fault = catchThrowable(() -> Service.on(kind.fresh(), settings).close());
    assertThat(fault).isNotNull();
    Throwable reason = ServiceStart.reason(fault);
    assertThat(ServiceStart.isForeseen(reason)).as("%s", reason).isTrue();
    return reason;
  }

  @Test
  void a_wrong_agreement_file_is_told_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("agreement.yml"), "agreement: none\n");
    assertThat(reason(TestDatabase.H2, Map.of("tradecredit.agreement.file", file.toString())))
        .isInstanceOf(AgreementFileException.class)
        .message()
        .startsWith(file + ", line 1");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_with_the_systems_reason() throws IOException {
    Path folderOfThatName = Files.createDirectory(folder.resolve("folder.yml"));
    Throwable reason =
        reason(TestDatabase.H2, Map.of("tradecredit.agreement.file", folderOfThatName.toString()));
    assertThat(ServiceStart.told(reason))
        .startsWith("tradecredit.agreement.file: cannot read " + folderOfThatName + " (")
        .contains("Is a directory");
  }

  @Test
  void a_bound_that_cannot_be_worked_with_is_told_with_its_key() {
    assertThat(reason(TestDatabase.H2, Map.of("tradecredit.http.imports", "0")))
        .hasMessage("tradecredit.http.imports must be above zero, not 0");
  }

  @ParameterizedTest
  @CsvSource({
    "tradecredit.http.imports,     none,               is \"none\"",
    "tradecredit.http.imports,     0,                  must be above zero",
    "tradecredit.idempotency.retention, 1h, retention",
    "tradecredit.agreement.file,   config/nowhere.yml, cannot read config/nowhere.yml"
  })
  void what_is_configured_is_looked_at_before_the_database_is(
      String key, String value, String told) {
    TestDatabase.Fresh database =
        new TestDatabase.Fresh(
            TestDatabase.H2, "jdbc:h2:file:" + folder.resolve("ledger"), "sa", folder);
    Throwable fault = catchThrowable(() -> Service.on(database, Map.of(key, value)).close());
    assertThat(ServiceStart.reason(fault)).message().contains(told);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void postgresql_is_migrated_no_sooner() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.empty();
    assertThat(catchThrowable(() -> Service.on(database, Map.of("tradecredit.http.imports", "0"))))
        .isNotNull();
    try (Connection connection = database.connect();
        ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void a_database_that_is_not_there_is_told_with_its_address() {
    String nowhere = "127.0.0.1:" + FreePorts.next();
    assertThat(
            reason(
                TestDatabase.POSTGRES,
                Map.of(
                    "datasources.default.url", "jdbc:postgresql://" + nowhere + "/ledger",
                    "datasources.default.initialization-fail-timeout", "1",
                    "datasources.default.connection-timeout", "1000")))
        .message()
        .contains("Connection to " + nowhere + " refused");
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(reason(TestDatabase.H2, Map.of("micronaut.server.port", port)))
          .message()
          .contains(port);
    }
  }

  @ParameterizedTest
  @CsvSource({"micronaut.server.port, abc, int", "datasources.default.maximum-pool-size, 1.5, int"})
  void a_setting_of_the_framework_that_is_none_is_told_by_itself(
      String key, String value, String type) {
    Throwable reason = reason(TestDatabase.H2, Map.of(key, value));
    assertThat(ServiceStart.told(reason))
        .isEqualTo("%s is \"%s\", which is not a value of the type %s", key, value, type);
  }

  @Test
  void what_nobody_foresaw_is_told_with_its_place_in_the_code() {
    RuntimeException fault = new NullPointerException("it");
    assertThat(ServiceStart.reason(fault)).isSameAs(fault);
    assertThat(ServiceStart.isForeseen(fault)).isFalse();
  }
}
