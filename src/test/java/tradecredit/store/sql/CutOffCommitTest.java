package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the embedded database makes of a large commit that the end of the process cuts off while
 * another session commits, in turn with it as the lanes do: all of it or nothing. Not in turn, some
 * rows of it were left without the others.
 */
class CutOffCommitTest {

  private static final int ROWS = 100_000;
  private static final String COMMITTED = "committed";
  private static final long EARLIEST = 2_000;

  @TempDir Path folder;

  /** A process that ends, as one that is killed, so many microseconds into its large commit. */
  static final class Writer {

    private static final Shield IN_TURN = new Shield.Threads(Duration.ofMinutes(1));

    private Writer() {}

    /**
     * Writes and ends.
     *
     * @param args the database's URL, and the microseconds
     */
    public static void main(String[] args) throws Exception {
      try (Connection other = DriverManager.getConnection(args[0], "sa", "");
          Connection large = DriverManager.getConnection(args[0], "sa", "")) {
        try (Statement statement = other.createStatement()) {
          statement.execute("CREATE TABLE other (n INT)");
          statement.execute("INSERT INTO other VALUES (0)");
          statement.execute("CREATE TABLE head (n INT)");
          statement.execute("INSERT INTO head VALUES (0)");
          statement.execute("CREATE TABLE entry (id INT PRIMARY KEY, text VARCHAR(100))");
        }
        CountDownLatch atIt = new CountDownLatch(100);
        Thread.ofPlatform().daemon().start(() -> commitAllTheTime(other, atIt));
        atIt.await();
        commitUntilTheEnd(large, Long.parseLong(args[1]));
      }
    }

    private static void commitAllTheTime(Connection other, CountDownLatch atIt) {
      try (Statement statement = other.createStatement()) {
        while (true) {
          IN_TURN.writing(() -> execute(statement, "UPDATE other SET n = n + 1"));
          atIt.countDown();
        }
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    private static void commitUntilTheEnd(Connection large, long micros) throws Exception {
      large.setAutoCommit(false);
      try (Statement statement = large.createStatement()) {
        IN_TURN.writing(
            () -> {
              execute(
                  statement,
                  "INSERT INTO entry SELECT x, 'row ' || x FROM SYSTEM_RANGE(1, " + ROWS + ")");
              execute(statement, "UPDATE head SET n = " + ROWS);
              endIn(micros);
              return execute(statement, "COMMIT");
            });
        System.out.println(COMMITTED);
      }
      TimeUnit.SECONDS.sleep(60);
    }

    private static boolean execute(Statement statement, String sql) {
      try {
        return statement.execute(sql);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    private static void endIn(long micros) {
      Thread.ofPlatform()
          .start(
              () -> {
                try {
                  TimeUnit.MICROSECONDS.sleep(micros);
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
                Runtime.getRuntime().halt(137);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {EARLIEST, 20_000, 80_000})
  void a_commit_that_a_kill_cuts_off_is_whole_or_not_there(long micros) throws Exception {
    String url = EmbeddedUrl.completed("jdbc:h2:file:" + folder.resolve("book"));
    String told = writeAndDie(url, micros);
    if (micros == EARLIEST) {
      assertThat(told).as("the commit was cut off").doesNotContain(COMMITTED);
    }
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      int head = number(statement, "SELECT n FROM head");
      assertThat(head).isIn(0, ROWS);
      assertThat(number(statement, "SELECT COUNT(*) FROM entry")).isEqualTo(head);
      assertThat(number(statement, "SELECT n FROM other")).isPositive();
      statement.execute("UPDATE head SET n = -1");
      statement.execute("MERGE INTO entry KEY (id) VALUES (" + ROWS + ", 'again')");
      assertThat(number(statement, "SELECT n FROM head")).isEqualTo(-1);
    }
  }

  /** What it printed. */
  private String writeAndDie(String url, long micros) throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classes =
        Stream.of(Writer.class, Shield.class, org.h2.Driver.class)
            .map(type -> place(type).toString())
            .collect(Collectors.joining(System.getProperty("path.separator")));
    Path log = folder.resolve("writer.log");
    Process writer =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx512m",
                    "-cp",
                    classes,
                    Writer.class.getName(),
                    url,
                    Long.toString(micros)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
      String told = Files.readString(log);
      assertThat(writer.exitValue()).as("%s", told).isEqualTo(137);
      return told;
    } finally {
      writer.destroyForcibly();
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
