package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stored secrets: AES-256-GCM, a key id, and bound to their place. */
class SecretBoxTest {

  private static final byte[] SECRET = "whsec_abc".getBytes(StandardCharsets.UTF_8);

  private static String key(String id, int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return id + ":" + Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void what_is_sealed_opens_at_its_place_and_nowhere_else() {
    SecretBox box = new SecretBox(List.of(key("k1", 1)));
    String sealed = box.seal("endpoint/1", SECRET);
    assertThat(sealed).startsWith("v1.k1.").doesNotContain("whsec");
    assertThat(box.open("endpoint/1", sealed)).isEqualTo(SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> box.open("endpoint/2", sealed))
        .withMessageContaining("altered or moved");
  }

  @Test
  void the_first_key_seals_and_all_open() {
    SecretBox old = new SecretBox(List.of(key("k1", 1)));
    SecretBox both = new SecretBox(List.of(key("k2", 2), key("k1", 1)));
    String sealed = old.seal("p", SECRET);
    assertThat(both.open("p", sealed)).isEqualTo(SECRET);
    assertThat(both.seal("p", SECRET)).startsWith("v1.k2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k2", 2))).open("p", sealed))
        .withMessageContaining("k1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k1", 9))).open("p", sealed))
        .withMessageContaining("altered or moved");
  }

  @Test
  void no_two_sealed_texts_are_the_same_and_no_altered_one_opens() {
    SecretBox box = new SecretBox(List.of(key("k1", 1)));
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(all.add(box.seal("p", SECRET))).isTrue();
    }
    String sealed = box.seal("p", SECRET);
    for (int at = 6; at < sealed.length() - 1; at++) {
      char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
      String altered = sealed.substring(0, at) + other + sealed.substring(at + 1);
      assertThatIllegalArgumentException().isThrownBy(() -> box.open("p", altered));
    }
    for (String wrong : List.of("", "v1.k1.", "v2.k1.AAAA", "v1.k1.AAAA", "plain text")) {
      assertThatIllegalArgumentException().isThrownBy(() -> box.open("p", wrong));
    }
  }

  @Test
  void a_wrong_key_stops_the_start_without_showing_it() {
    for (String wrong : List.of("k1", "k1:c2hvcnQ=", ":" + key("", 1), "k 1:" + key("", 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SecretBox(List.of(wrong)))
          .withMessageContaining("tradecredit.access.encryption-keys")
          .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("c2hvcnQ", "AQEB"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k1", 1), key("k1", 2))));
    SecretBox none = new SecretBox(List.of());
    assertThat(none.isConfigured()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> none.seal("p", SECRET));
  }
}
