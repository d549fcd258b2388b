package tradecredit.support;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import tradecredit.posting.Lanes;

/** A running service in this JVM on a free loopback port, and a client for it. */
public final class Service implements AutoCloseable {

  private static final int LEAST_CONNECTIONS = 2;

  private final TestDatabase.Fresh database;
  private final EmbeddedServer server;
  private final Client client;

  private Service(TestDatabase.Fresh database, EmbeddedServer server) {
    this.database = database;
    this.server = server;
    this.client = new Client(server.getURI(), database.keys());
  }

  /** On a fresh database, with the business date set by hand. */
  public static Service on(TestDatabase kind) {
    return on(kind.fresh(), Map.of());
  }

  /** On a database, with more settings. */
  public static Service on(TestDatabase.Fresh database, Map<String, String> more) {
    return on(database, more, new RuntimeBeanDefinition<?>[0]);
  }

  /** The same on a clock of one's own, where the service asks one and not the database. */
  public static Service on(
      TestDatabase.Fresh database, Map<String, String> more, InstantSource clock) {
    return on(database, more, part(InstantSource.class, clock));
  }

  /** A part of one's own in place of the service's. */
  public static <T> RuntimeBeanDefinition<T> part(Class<T> type, T part) {
    return RuntimeBeanDefinition.builder(type, () -> part).singleton(true).replaces(type).build();
  }

  /** The same with such parts. */
  public static Service on(
      TestDatabase.Fresh database, Map<String, String> more, RuntimeBeanDefinition<?>... parts) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("endpoints.all.port", FreePorts.next());
    settings.put("tradecredit.business-date.mode", "manual");
    // The others of the pool are opened once they are needed: most tests are over before.
    settings.put("datasources.default.minimum-idle", LEAST_CONNECTIONS);
    settings.put(
        "tradecredit.access.encryption-key-file",
        database.keys().resolve("encryption.key").toString());
    settings.putAll(database.settings());
    settings.putAll(more);
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environments(database.environment())
            .properties(settings)
            .beanDefinitions(parts)
            .build();
    return new Service(database, started(context));
  }

  /** What does not start leaves nothing behind. */
  private static EmbeddedServer started(ApplicationContext context) {
    try {
      return context.start().getBean(EmbeddedServer.class).start();
    } catch (RuntimeException | Error fault) {
      abandon(context, fault);
      throw fault;
    }
  }

  /**
   * To close a context does nothing while it has not come up, and comes to no end where a part that
   * it asks first cannot be made: then what holds threads and connections is ended by itself.
   */
  private static void abandon(ApplicationContext context, Throwable fault) {
    try {
      context.close();
    } catch (RuntimeException more) {
      fault.addSuppressed(more);
    }
    for (Class<?> type : List.of(Lanes.class, ExecutorService.class)) {
      context.getActiveBeanRegistrations(type).forEach(context::destroyBean);
    }
    for (BeanRegistration<DataSource> pool : context.getActiveBeanRegistrations(DataSource.class)) {
      if (DelegatingDataSource.unwrapDataSource(pool.bean()) instanceof HikariDataSource hikari) {
        hikari.close();
      }
    }
  }

  /** The client. */
  public Client client() {
    return client;
  }

  /** The database it runs on. */
  public TestDatabase.Fresh database() {
    return database;
  }

  /** What is inside. */
  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  @Override
  public void close() {
    server.stop();
    server.getApplicationContext().close();
  }
}
