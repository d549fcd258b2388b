package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.webhook.AddressRules.Reach;

/** Which URLs are taken, and which addresses are connected to. */
class WebhookUrlTest {

  private static final AddressRules PUBLIC = new AddressRules(List.of(), false);

  static final List<String> REFUSED =
      List.of(
          // loopback, this network, private, carrier-grade, link-local and metadata
          "https://127.0.0.1/",
          "https://127.255.255.254/",
          "https://0.0.0.0/",
          "https://0.1.2.3/",
          "https://10.0.0.1/",
          "https://10.255.255.255/",
          "https://172.16.0.1/",
          "https://172.31.255.255/",
          "https://192.168.1.1/",
          "https://100.64.0.1/",
          "https://100.127.255.255/",
          "https://169.254.169.254/latest/meta-data/",
          "https://169.254.0.1/",
          "https://168.63.129.16/",
          "https://100.100.100.200/",
          // multicast, documentation, benchmark, reserved, broadcast, relays
          "https://224.0.0.1/",
          "https://239.255.255.255/",
          "https://192.0.2.1/",
          "https://198.51.100.1/",
          "https://203.0.113.1/",
          "https://198.18.0.1/",
          "https://198.19.255.255/",
          "https://240.0.0.1/",
          "https://255.255.255.255/",
          "https://192.0.0.192/",
          "https://192.88.99.1/",
          // IPv6: loopback, unspecified, mapped, compatible, NAT64, 6to4, Teredo, unique-local,
          // link-local, site-local, multicast, documentation, discard, metadata
          "https://[::1]/",
          "https://[::]/",
          "https://[::ffff:127.0.0.1]/",
          "https://[::ffff:7f00:1]/",
          "https://[::ffff:10.0.0.1]/",
          "https://[::127.0.0.1]/",
          "https://[64:ff9b::7f00:1]/",
          "https://[64:ff9b::10.0.0.1]/",
          "https://[64:ff9b:1::1]/",
          "https://[2002:7f00:1::]/",
          "https://[2001:0:53aa:64c:0:fffe:80ff:fffe]/",
          "https://[fc00::1]/",
          "https://[fd00:ec2::254]/",
          "https://[fe80::1]/",
          "https://[fec0::1]/",
          "https://[ff02::1]/",
          "https://[2001:db8::1]/",
          "https://[100::1]/",
          "https://[3fff::1]/",
          "https://[0:0:0:0:0:0:0:1]/",
          // other ways to write an address
          "https://2130706433/",
          "https://0177.0.0.1/",
          "https://0x7f.0.0.1/",
          "https://0x7f000001/",
          "https://127.1/",
          "https://127.0.1/",
          "https://127.0.0.1./",
          "https://127.0.0.01/",
          "https://017700000001/",
          "https://127.0.0.1.%6eip.io/",
          "https://127。0。0。1/",
          "https://①②⑦.0.0.1/",
          "https://[fe80::1%25eth0]/",
          "https://[::1%251]/",
          "https://[::ffff:0x7f.1]/",
          "https://1.2.3.4.5/",
          "https://256.1.1.1/",
          // tricks of the parser
          "https://user@hooks.example/",
          "https://hooks.example@127.0.0.1/",
          "https://user:word@hooks.example/",
          "https://127.0.0.1#@hooks.example/",
          "https://hooks.example#fragment",
          "https://hooks.example\\@127.0.0.1/",
          "https://hooks.example./",
          "https://-hooks.example/",
          "https://hooks..example/",
          "https://hooks_x.example/",
          "https:///path",
          "https:hooks.example",
          "//hooks.example/",
          "hooks.example",
          "",
          "https://",
          "https://[::1",
          "https://hooks.example /",
          "https://hooks.example/\r\nX: y",
          "https://bücher.example/",
          // schemes and ports
          "http://hooks.example/",
          "http://93.184.216.34/",
          "ftp://hooks.example/",
          "file:///etc/passwd",
          "gopher://hooks.example/",
          "HTTP://hooks.example/",
          "https://hooks.example:80/",
          "https://hooks.example:22/",
          "https://hooks.example:8443/",
          "https://hooks.example:0/",
          "https://hooks.example:65536/",
          "https://hooks.example:-1/",
          "https://93.184.216.34:8443/",
          "https://[2606:2800:220:1::1]:25/");

  private static WebhookUrl of(String text) {
    return WebhookUrl.of(text, PUBLIC, false);
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void what_leads_inside_or_can_be_read_in_two_ways_is_refused(String url) {
    assertThatThrownBy(() -> of(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/", "https://hooks.example", "https://HOOKS.example/a?b=c%20d",
        "https://hooks.example:443/", "https://xn--bcher-kva.example/", "https://93.184.216.34/",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/x", "https://a-b.c1.example/"
      })
  void what_is_public_is_taken(String url) {
    assertThat(of(url).reach()).isEqualTo(Reach.PUBLIC);
    assertThat(of(url).uri().toString()).isEqualTo(url);
  }

  @Test
  void what_the_operator_has_opened_is_taken_on_any_port_and_nothing_beside_it() {
    AddressRules rules = new AddressRules(List.of(Cidr.of("10.1.0.0/16")), false);
    assertThat(WebhookUrl.of("https://10.1.2.3:8443/", rules, false).reach())
        .isEqualTo(Reach.OPENED);
    assertThat(WebhookUrl.of("https://inner.example:8443/", rules, false).port()).isEqualTo(8443);
    for (String url :
        List.of("https://10.2.0.1/", "https://93.184.216.34:8443/", "http://10.1.2.3/")) {
      assertThatThrownBy(() -> WebhookUrl.of(url, rules, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void http_is_for_loopback_alone_and_only_where_it_is_allowed() throws UnknownHostException {
    AddressRules rules = new AddressRules(List.of(Cidr.of("10.1.0.0/16")), true);
    assertThat(WebhookUrl.of("http://127.0.0.1:9000/x", rules, true).reach())
        .isEqualTo(Reach.LOOPBACK);
    assertThat(WebhookUrl.of("http://localhost:9000/x", rules, true).host()).isEqualTo("localhost");
    assertThat(rules.allows(InetAddress.getAllByName("::1")[0], Reach.LOOPBACK)).isTrue();
    for (String url : List.of("http://10.1.2.3/", "http://93.184.216.34/")) {
      assertThatThrownBy(() -> WebhookUrl.of(url, rules, true))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String address : List.of("10.1.2.3", "93.184.216.34", "10.0.0.1")) {
      assertThat(rules.allows(InetAddress.getByName(address), Reach.LOOPBACK)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0.1/8",
        "::/129",
        "a/8",
        "10.0/8",
        "/8",
        "fe80::1/10"
      })
  void a_block_is_written_in_one_way(String text) {
    assertThatThrownBy(() -> Cidr.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_url_shows_no_path_in_logs() {
    assertThat(of("https://hooks.example/T0/secret?key=1")).hasToString("https://hooks.example");
  }
}
