package tradecredit;

import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the management endpoints are when nothing says where: 9080 beside the service's own 8080.
 * Where that is taken, or the service's port is set and so a second instance on this machine
 * likely, a free one.
 */
final class ManagementPort {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementPort.class);
  private static final int USUAL = 9080;
  private static final int ANY = 0;
  private static final String SERVICE_PORT = "micronaut.server.port";
  private static final String PORT = "endpoints.all.port";

  /** Below every file, variable and option, so that any of them wins. */
  private static final int WEAKEST = -1000;

  private ManagementPort() {}

  static PropertySource unlessConfigured(String... args) {
    Map<String, Object> port =
        isSet(PORT, args)
            ? Map.of()
            : Map.of(PORT, isSet(SERVICE_PORT, args) ? freeOne() : usualOrFree());
    return PropertySource.of("management port", port, WEAKEST);
  }

  private static boolean isSet(String setting, String... args) {
    return System.getenv(setting.toUpperCase(Locale.ROOT).replace('.', '_')) != null
        || System.getProperty(setting) != null
        || Arrays.stream(args).anyMatch(arg -> arg.contains(setting));
  }

  private static int freeOne() {
    int port = free(ANY);
    LOG.info(
        "The service's port is set; the management endpoints are on {}, where endpoints.all.port is not",
        port);
    return port;
  }

  private static int usualOrFree() {
    try {
      return free(USUAL);
    } catch (UncheckedIOException taken) {
      int other = free(ANY);
      LOG.info("Port {} is taken; the management endpoints are on {}", USUAL, other);
      return other;
    }
  }

  private static int free(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException("there is no free port for the management endpoints", fault);
    }
  }
}
