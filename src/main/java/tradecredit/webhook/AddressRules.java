package tradecredit.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: public ones, and what the operator has opened. Blocked is
 * what the registries of special-purpose addresses of IANA (RFC 6890 and its heirs) do not call
 * globally reachable, what leads into another address (6to4, Teredo, NAT64), and the addresses at
 * which clouds answer their own machines. Of IPv6 only the unicast space that is handed out,
 * 2000::/3, can be public.
 */
public final class AddressRules {

  private static final List<Cidr> BLOCKED =
      Stream.of(
              // this network, private, carrier-grade NAT, loopback, link-local with its metadata
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              // protocol assignments, documentation, AS112, AMT, 6to4 relays
              "192.0.0.0/24",
              "192.0.2.0/24",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.175.48.0/24",
              // benchmarks, multicast, reserved, broadcast
              "198.18.0.0/15",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // a cloud's own services behind a public address
              "168.63.129.16/32",
              // of 2000::/3: protocol assignments (Teredo, benchmarks, ORCHID), documentation, 6to4
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "2620:4f:8000::/48",
              "3fff::/20")
          .map(Cidr::of)
          .toList();

  private static final Cidr UNICAST_6 = Cidr.of("2000::/3");

  /** Of this host. */
  static final List<Cidr> LOOPBACK = List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1/128"));

  private final List<Cidr> opened;

  /**
   * The rules.
   *
   * @param allowed what the operator has opened
   * @param allowHttp whether {@code http} is allowed, on loopback alone, which then is open
   */
  public AddressRules(List<Cidr> allowed, boolean allowHttp) {
    this.opened =
        Stream.concat(allowed.stream(), allowHttp ? LOOPBACK.stream() : Stream.of()).toList();
  }

  /** Whether it is public. */
  static boolean isPublic(InetAddress address) {
    return (address instanceof Inet4Address || UNICAST_6.contains(address))
        && BLOCKED.stream().noneMatch(block -> block.contains(address));
  }

  private boolean isOpened(InetAddress address) {
    return opened.stream().anyMatch(block -> block.contains(address));
  }

  /** Whether the operator has opened anything. */
  boolean opensAny() {
    return !opened.isEmpty();
  }

  /** Whether a connection within {@code reach} may go to {@code address}. */
  public boolean allows(InetAddress address, Reach reach) {
    return switch (reach) {
      case PUBLIC -> isOpened(address) || isPublic(address);
      case OPENED -> isOpened(address);
      case LOOPBACK ->
          isOpened(address) && LOOPBACK.stream().anyMatch(block -> block.contains(address));
    };
  }

  /** How far a URL may reach, by its scheme and port. */
  public enum Reach {
    /** {@code https} on port 443: public addresses, and opened ones. */
    PUBLIC,
    /** {@code https} on any other port: opened addresses alone. */
    OPENED,
    /** {@code http}: this host alone. */
    LOOPBACK
  }
}
