package tradecredit;

import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Where the management endpoints are when nothing says where: 8081 beside the service's own 8080.
 * Where the service's port is set, a second instance on this machine is likely, so a free one.
 */
final class ManagementPort {

  private static final int USUAL = 8081;

  /** Below every file, variable and option, so that any of them wins. */
  private static final int WEAKEST = -1000;

  private ManagementPort() {}

  static PropertySource unlessConfigured() {
    boolean usual =
        System.getenv("MICRONAUT_SERVER_PORT") == null
            && System.getProperty("micronaut.server.port") == null;
    return PropertySource.of(
        "management port", Map.of("endpoints.all.port", usual ? USUAL : free()), WEAKEST);
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException("there is no free port for the management endpoints", fault);
    }
  }
}
