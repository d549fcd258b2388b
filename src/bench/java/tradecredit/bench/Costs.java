package tradecredit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a stretch of work costs: processor time of each process, and the database's commits.
 */
final class Costs implements AutoCloseable {

  private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

  /** The kernel's unit of a thread's times. */
  private static final Duration TICK = Duration.ofMillis(10);

  /** Of the fields after the name. */
  private static final int USER_TIME = 11;

  /**
   * The next number that a transaction gets which writes; what sessions report of theirs is late.
   */
  private static final String WRITTEN =
      "SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS TEXT) AS BIGINT)";

  private final List<ProcessHandle> services;
  private final @Nullable ProcessHandle postmaster;
  private final @Nullable Connection connection;

  private Costs() {
    services = List.of();
    postmaster = null;
    connection = null;
  }

  /** Where nobody asks what it costs: this program's processor time alone. */
  static Costs none() {
    return new Costs();
  }

  /** Of these services, all of PostgreSQL and this program. */
  Costs(List<Service> services, PostgresServer server) throws SQLException {
    this.services = services.stream().map(Service::process).toList();
    this.postmaster = server.process();
    this.connection = server.connect();
  }

  /**
   * What was spent.
   *
   * @param service processor nanoseconds of the services
   * @param database of all processes of PostgreSQL
   * @param driver of this program
   * @param commits transactions that wrote, by the numbers that PostgreSQL gave them
   */
  record Spent(long service, long database, long driver, long commits) {

    static final Spent NOTHING = new Spent(0, 0, 0, 0);

    Spent plus(Spent other) {
      return new Spent(
          service + other.service,
          database + other.database,
          driver + other.driver,
          commits + other.commits);
    }
  }

  /** A moment to measure from. */
  record Reading(long service, Map<Long, Long> database, long driver, long commits) {}

  Reading read() throws SQLException {
    Map<Long, Long> database =
        processes().collect(Collectors.toMap(ProcessHandle::pid, Costs::cpu, Math::max));
    long service = services.stream().mapToLong(Costs::cpu).sum();
    return new Reading(service, database, cpu(ProcessHandle.current()), commits());
  }

  private Stream<ProcessHandle> processes() {
    ProcessHandle first = postmaster;
    return first == null ? Stream.empty() : Stream.concat(Stream.of(first), first.descendants());
  }

  /** What was spent since; sessions of the database that ended meanwhile are left out. */
  Spent since(Reading before) throws SQLException {
    Reading now = read();
    long database =
        now.database().entrySet().stream()
            .mapToLong(each -> each.getValue() - before.database().getOrDefault(each.getKey(), 0L))
            .sum();
    return new Spent(
        now.service() - before.service(),
        database,
        now.driver() - before.driver(),
        now.commits() - before.commits());
  }

  /**
   * The processor time of the services' compilers so far: while they are busy, a service is not
   * what it will be. Zero where the system does not tell.
   */
  long compilerNanos() throws IOException {
    long ticks = 0;
    for (ProcessHandle service : services) {
      Path tasks = Path.of("/proc/%d/task".formatted(service.pid()));
      if (Files.isDirectory(tasks)) {
        try (Stream<Path> all = Files.list(tasks)) {
          for (Path task : all.toList()) {
            ticks += compilerTicks(task.resolve("stat"));
          }
        }
      }
    }
    return ticks * TICK.toNanos();
  }

  /** The user and system time of a thread, by proc(5), if it is a compiler's. */
  private static long compilerTicks(Path stat) throws IOException {
    String line;
    try {
      line = Files.readString(stat);
    } catch (NoSuchFileException ended) {
      return 0;
    }
    int name = line.lastIndexOf(')');
    String[] fields = line.substring(name + 2).split(" ", -1);
    return COMPILER.matcher(line.substring(0, name)).find()
        ? Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])
        : 0;
  }

  private static long cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private long commits() throws SQLException {
    if (connection == null) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WRITTEN)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
