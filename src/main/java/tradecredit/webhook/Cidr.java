package tradecredit.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import tradecredit.money.Quoted;

/**
 * A block of addresses (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
 *
 * @param network its first address
 * @param bits how many leading bits its addresses share
 */
public record Cidr(InetAddress network, int bits) {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})/([0-9]{1,3})");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, or an address in it is set beyond its bits
   */
  public static Cidr of(String text) {
    var parts = FORM.matcher(text.strip());
    if (!parts.matches() || !AddressText.isLiteral(parts.group(1))) {
      throw new IllegalArgumentException(
          Quoted.of(text) + " is no block of addresses such as 10.1.0.0/16");
    }
    try {
      InetAddress network = InetAddress.getByName(parts.group(1));
      int bits = Integer.parseInt(parts.group(2));
      byte[] address = network.getAddress();
      boolean hasMore = false;
      for (int bit = Math.min(bits, address.length * 8); bit < address.length * 8; bit++) {
        hasMore |= isSet(address, bit);
      }
      if (bits > address.length * 8 || hasMore) {
        throw new IllegalArgumentException(
            Quoted.of(text) + " has bits beyond its length; write the first address of the block");
      }
      return new Cidr(network, bits);
    } catch (UnknownHostException noAddress) {
      throw new IllegalArgumentException(Quoted.of(text) + " holds no address", noAddress);
    }
  }

  private static boolean isSet(byte[] address, int bit) {
    return (address[bit / 8] & (0x80 >> (bit % 8))) != 0;
  }

  /** Whether {@code address} is in it. Blocks of IPv4 hold no address of IPv6. */
  public boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (network instanceof Inet4Address != address instanceof Inet4Address) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (isSet(mine, bit) != isSet(other, bit)) {
        return false;
      }
    }
    return true;
  }
}
