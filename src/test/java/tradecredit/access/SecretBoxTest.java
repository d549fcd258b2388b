package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradecredit.support.Logged;

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
    SecretBox box = new SecretBox(List.of(key("k1", 1)), null);
    String sealed = box.seal("endpoint/1", SECRET);
    assertThat(sealed).startsWith("v1.k1.").doesNotContain("whsec");
    assertThat(box.open("endpoint/1", sealed)).isEqualTo(SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> box.open("endpoint/2", sealed))
        .withMessageContaining("altered or moved");
  }

  @Test
  void the_first_key_seals_and_all_open() {
    SecretBox old = new SecretBox(List.of(key("k1", 1)), null);
    SecretBox both = new SecretBox(List.of(key("k2", 2), key("k1", 1)), null);
    String sealed = old.seal("p", SECRET);
    assertThat(both.open("p", sealed)).isEqualTo(SECRET);
    assertThat(both.seal("p", SECRET)).startsWith("v1.k2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k2", 2)), null).open("p", sealed))
        .withMessageContaining("k1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k1", 9)), null).open("p", sealed))
        .withMessageContaining("altered or moved");
  }

  @Test
  void no_two_sealed_texts_are_the_same_and_no_altered_one_opens() {
    SecretBox box = new SecretBox(List.of(key("k1", 1)), null);
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
          .isThrownBy(() -> new SecretBox(List.of(wrong), null))
          .withMessageContaining("tradecredit.access.encryption-keys")
          .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("c2hvcnQ", "AQEB"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k1", 1), key("k1", 2)), null));
    SecretBox none = new SecretBox(List.of(), null);
    assertThat(none.isConfigured()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> none.seal("p", SECRET));
  }

  @Test
  void without_a_configured_key_one_is_made_with_the_first_secret_and_found_again(
      @TempDir Path folder) throws IOException {
    Path file = folder.resolve("inner").resolve("encryption.key");
    SecretBox first = new SecretBox(List.of(), file.toString());
    SecretBox beside = new SecretBox(List.of(), file.toString());
    assertThat(first.isConfigured()).isTrue();
    assertThat(file).doesNotExist();

    String sealed = first.seal("endpoint/1", SECRET);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(beside.open("endpoint/1", sealed)).isEqualTo(SECRET);
    assertThat(new SecretBox(List.of(), file.toString()).open("endpoint/1", sealed))
        .isEqualTo(SECRET);
    assertThat(beside.seal("endpoint/1", SECRET).split("\\.", -1)[1])
        .isEqualTo(sealed.split("\\.", -1)[1]);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void of_two_instances_that_store_their_first_secrets_the_later_takes_over_the_key_of_the_first(
      @TempDir Path folder) {
    String file = folder.resolve("encryption.key").toString();
    SecretBox first = new SecretBox(List.of(), file);
    SecretBox later = new SecretBox(List.of(), file);

    String sealed = first.seal("endpoint/1", SECRET);
    String laterSealed = later.seal("endpoint/2", SECRET);

    assertThat(laterSealed.split("\\.", -1)[1]).isEqualTo(sealed.split("\\.", -1)[1]);
    assertThat(first.open("endpoint/2", laterSealed)).isEqualTo(SECRET);
    assertThat(later.open("endpoint/1", sealed)).isEqualTo(SECRET);
    assertThat(folder.toFile().list()).containsExactly("encryption.key");
  }

  @Test
  void a_key_that_others_can_read_is_not_taken(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("encryption.key"), key("k1", 1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretBox(List.of(), file.toString()))
        .withMessageContaining("its owner alone");
  }

  @Test
  void beside_a_configured_key_a_file_that_cannot_be_used_stops_nothing(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("encryption.key");
    String sealed = new SecretBox(List.of(), file.toString()).seal("p", SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    SecretBox without = new SecretBox(List.of(key("k1", 1)), file.toString());
    assertThat(without.seal("p", SECRET)).startsWith("v1.k1.");
    assertThatIllegalArgumentException().isThrownBy(() -> without.open("p", sealed));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(without.open("p", sealed)).as("once it can be used").isEqualTo(SECRET);
  }

  @Test
  void a_file_that_cannot_be_used_beside_a_configured_key_is_told_once_until_that_changes(
      @TempDir Path folder) throws IOException {
    Path file = folder.resolve("encryption.key");
    String sealed = new SecretBox(List.of(), file.toString()).seal("p", SECRET);
    String made = Files.readString(file);
    for (String unusable : List.of("", "\u00e9")) {
      Files.writeString(file, unusable);
      List<SecretBox> begun = new ArrayList<>();
      assertThat(
              warnings(
                  file, () -> begun.add(new SecretBox(List.of(key("k1", 1)), file.toString()))))
          .hasSize(1);
      SecretBox box = begun.getFirst();
      assertThat(box.seal("p", SECRET)).startsWith("v1.k1.");
      assertThat(
              warnings(
                  file,
                  () -> {
                    for (int look = 0; look < 2; look++) {
                      assertThatIllegalArgumentException().isThrownBy(() -> box.open("p", sealed));
                    }
                  }))
          .as("each look of the dispatcher asks")
          .isEmpty();
      Files.writeString(file, made);
      assertThat(box.open("p", sealed)).as("once it can be used").isEqualTo(SECRET);
    }
  }

  @Test
  void a_file_with_another_key_of_a_configured_id_stops_the_start(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("encryption.key");
    assertThat(new SecretBox(List.of(), file.toString()).seal("p", SECRET)).isNotEmpty();
    Files.writeString(file, key("k1", 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(key("k1", 1)), file.toString()))
        .withMessageContaining(file.toString())
        .withMessageContaining("two keys k1");
  }

  @Test
  void without_a_configured_key_a_malformed_file_stops_the_start_and_is_named(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("encryption.key");
    assertThat(new SecretBox(List.of(), file.toString()).seal("p", SECRET)).isNotEmpty();
    Files.writeString(file, "k1:c2hvcnQ=");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(List.of(), file.toString()))
        .withMessageContaining(file.toString())
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("c2hvcnQ"));
  }

  /** What the log is warned of in which the file is named. */
  private static List<String> warnings(Path file, Runnable run) {
    try (Logged logged = Logged.of(SecretBox.class)) {
      run.run();
      return logged.lines(Level.WARN).stream()
          .filter(message -> message.contains(file.toString()))
          .toList();
    }
  }

  @Test
  void a_key_file_that_is_made_after_the_start_opens_beside_a_configured_key(@TempDir Path folder) {
    Path file = folder.resolve("encryption.key");
    SecretBox configured = new SecretBox(List.of(key("k1", 1)), file.toString());
    String sealed = new SecretBox(List.of(), file.toString()).seal("p", SECRET);
    assertThat(configured.open("p", sealed)).isEqualTo(SECRET);
  }
}
