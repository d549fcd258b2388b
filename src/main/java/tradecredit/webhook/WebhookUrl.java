package tradecredit.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import tradecredit.webhook.AddressRules.Reach;

/**
 * Where an endpoint listens. There is one way to write it: {@code https}, a name of letters, digits
 * and hyphens or an address in its plain form, no user, no fragment. What browsers would mend
 * (decimal, octal, hexadecimal or short addresses, dots of other scripts, a zone, a trailing dot)
 * is refused, so that nothing is read in two ways.
 *
 * @param uri as it was given
 * @param host the name or address, without brackets
 * @param port the port
 * @param reach how far it may reach
 */
public record WebhookUrl(URI uri, String host, int port, Reach reach) {

  private static final int LONGEST = 2000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Reads one and holds it against the rules. A name is not looked up: it is checked whenever it is
   * connected to.
   *
   * @throws IllegalArgumentException if it is none, or leads where nothing is sent to
   */
  public static WebhookUrl of(String text, AddressRules rules, boolean allowHttp) {
    URI uri = parse(text);
    boolean http = "http".equals(uri.getScheme());
    if (!http && !"https".equals(uri.getScheme())) {
      throw new IllegalArgumentException("only https is taken");
    }
    if (http && !allowHttp) {
      throw new IllegalArgumentException(
          "http is not taken: what is sent could be read on its way");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    int port = uri.getPort() >= 0 ? uri.getPort() : http ? HTTP_PORT : HTTPS_PORT;
    Reach reach = http ? Reach.LOOPBACK : port == HTTPS_PORT ? Reach.PUBLIC : Reach.OPENED;
    WebhookUrl url = new WebhookUrl(uri, bare, port, reach);
    url.check(rules);
    return url;
  }

  private static URI parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a URL has at most " + LONGEST + " characters");
    }
    if (!VISIBLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a URL is of visible ASCII characters; write a name of another script as xn--...");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("it is no URL: " + wrong.getReason(), wrong);
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "it has no scheme and host of the plain form https://name/path");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a URL has neither a user nor a fragment here");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("the port is from 1 to 65535");
    }
    return uri;
  }

  private void check(AddressRules rules) {
    if (AddressText.isLiteral(host)) {
      InetAddress address = address();
      if (!rules.allows(address, reach)) {
        throw new IllegalArgumentException(
            "nothing is sent to %s on port %d: %s".formatted(host, port, allowed()));
      }
    } else if (!NAME.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "the host is neither a name of letters, digits and hyphens nor an address in its plain form");
    } else if (reach == Reach.OPENED && !rules.opensAny()) {
      throw new IllegalArgumentException(
          "nothing is sent to port %d: %s".formatted(port, allowed()));
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException noAddress) {
      throw new IllegalArgumentException("the host is no address in its plain form", noAddress);
    }
  }

  private String allowed() {
    return reach == Reach.LOOPBACK
        ? "http is for this host alone"
        : "public addresses on port 443 are taken, and those that the operator has opened";
  }

  /** Scheme, host and port, without the path, which may hold what is secret. */
  public String origin() {
    return "%s://%s%s"
        .formatted(uri.getScheme(), uri.getHost(), uri.getPort() < 0 ? "" : ":" + port);
  }

  /** Not the path, which may hold what is secret. */
  @Override
  public String toString() {
    return origin();
  }
}
