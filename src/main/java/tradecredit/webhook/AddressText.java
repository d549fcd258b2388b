package tradecredit.webhook;

import java.util.regex.Pattern;

/** Addresses as texts: the one way in which each may be written. */
final class AddressText {

  private static final Pattern IPV4 =
      Pattern.compile(
          "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

  /** Loose: what it lets through, the JDK's own reading of IPv6 still refuses. */
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private AddressText() {}

  /**
   * Whether {@code text} is an address of IPv4 in four plain decimals, or looks like one of IPv6.
   */
  static boolean isLiteral(String text) {
    return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
  }
}
