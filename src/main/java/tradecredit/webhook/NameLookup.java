package tradecredit.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface NameLookup {

  /**
   * All addresses of {@code name}.
   *
   * @throws UnknownHostException if it has none
   */
  InetAddress[] lookUp(String name) throws UnknownHostException;
}
