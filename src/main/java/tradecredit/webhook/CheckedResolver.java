package tradecredit.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The resolver of the client that connects: it looks a name up once for each attempt, and hands out
 * its addresses only if every one of them is allowed. So a name that changes its mind between two
 * look-ups is held against the rules each time, and there is no second look-up between the check
 * and the connection. A name with one public and one inner address is refused.
 */
final class CheckedResolver implements DnsResolver {

  private final NameLookup names;
  private final AddressRules rules;
  private final AddressRules.Reach reach;
  private final ExecutorService executor;
  private final Duration timeout;

  /** Of this resolver alone, and forgotten after each attempt. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Checked> checked = new ThreadLocal<>();

  /** A name that was looked up for the attempt that this thread is about to make. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Checked(String host, InetAddress[] addresses) {}

  /**
   * For connections within {@code reach}.
   *
   * @param executor looks names up, since a look-up cannot be cut short
   */
  CheckedResolver(
      NameLookup names,
      AddressRules rules,
      AddressRules.Reach reach,
      ExecutorService executor,
      Duration timeout) {
    this.names = names;
    this.rules = rules;
    this.reach = reach;
    this.executor = executor;
    this.timeout = timeout;
  }

  /**
   * Looks {@code host} up for the next attempt of this thread, and holds it against the rules.
   * Where that attempt opens a connection, it goes to the addresses that were found now.
   */
  void check(String host) throws UnknownHostException {
    checked.set(new Checked(host, lookUpAllowed(host)));
  }

  /** Forgets what was found for this thread. */
  void forget() {
    checked.remove();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Checked known = checked.get();
    return known != null && known.host().equals(host) ? known.addresses() : lookUpAllowed(host);
  }

  private InetAddress[] lookUpAllowed(String host) throws UnknownHostException {
    InetAddress[] found = lookUp(host);
    if (found.length == 0) {
      throw new UnknownHostException(host + " has no address");
    }
    for (InetAddress address : found) {
      if (!rules.allows(address, reach)) {
        throw new AddressNotAllowedException(host);
      }
    }
    return found;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> found = executor.submit(() -> names.lookUp(host));
      return found.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw new IllegalStateException("a name could not be looked up", failed.getCause());
    } catch (TimeoutException | RejectedExecutionException late) {
      throw unknown(host + " was not found in time", late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unknown("the look-up of " + host + " was broken off", stopped);
    }
  }

  private static UnknownHostException unknown(String message, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(message);
    unknown.initCause(cause);
    return unknown;
  }

  /** Aliases are of no use here, and looking for one would be a second look-up. */
  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
